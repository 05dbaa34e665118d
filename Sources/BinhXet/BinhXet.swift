/// What a program imports that brings kinds of its own: the seam for kinds, the values they make and take, and the whole
/// command line.
///
///     import BinhXet
///
///     BinhXetCommand.main(kinds: KindRegistry(builtInKinds + [WeightedScoreKind.self]))
@_exported import CEL
@_exported import Commands
@_exported import Evaluator
@_exported import JSON
@_exported import RulePacks
