import Evaluator

/// A plugin that gives the rules of one form their meaning: JSON in, checks out.
///
/// Everything downstream sees only the `Check`. A kind must
/// - describe every member of its `Parameters` in `description.shape`, under the same name;
/// - compile whatever that shape admits, or report why not through the context;
/// - give at least three examples: one that passes, one that fails, one that stays open.
///
/// Run an `ExampleTrial` over each of `description.examples` in the tests of a module that brings its own kinds.
public protocol RecordKind: Sendable {
  /// The members beyond those that all rules have. Values that keep their place in the file (`ExpressionText`,
  /// `LimitText`, …) let defects point at it.
  associatedtype Parameters: Decodable & Sendable

  static var description: KindDescription { get }

  init()

  /// - Throws: `CompileContext.Broken` once a defect has been reported; any other error becomes a defect of the rule.
  func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check
}
