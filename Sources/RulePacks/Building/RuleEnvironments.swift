import CEL
import Evaluator
import JSON

/// The environments of one record type, each with what has been compiled in it.
struct RuleEnvironments {
  /// For conditions and requirements: they don't read the day of knowledge.
  let plain: ExpressionCompiler
  /// For due days.
  let due: ExpressionCompiler
  /// For what reports show besides the outcome.
  let display: ExpressionCompiler

  init(_ pack: PackEnvironment, on type: Text) {
    plain = ExpressionCompiler(pack.environment(on: type))
    due = ExpressionCompiler(pack.environment(on: type, readsAsOf: true))
    display = ExpressionCompiler(pack.environment(on: type, displays: true))
  }
}
