/// The environments of one record type with what one builder has compiled in them.
struct RuleCompilers: Sendable {
  let plain: ExpressionCompiler
  let due: ExpressionCompiler
  let display: ExpressionCompiler
  let dueDisplay: ExpressionCompiler
  let constants: ExpressionCompiler

  init(_ environments: RuleEnvironments) {
    plain = ExpressionCompiler(environments.plain)
    due = ExpressionCompiler(environments.due)
    display = ExpressionCompiler(environments.display)
    dueDisplay = ExpressionCompiler(environments.dueDisplay)
    constants = ExpressionCompiler(environments.constants)
  }
}
