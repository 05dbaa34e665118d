import CEL
import Evaluator
import JSON

/// Compiles expressions that stand alone: conditions of rules and awards.
struct ExpressionBuilder {
  let log: DefectLog

  /// - Returns: nil where the expression was reported.
  func boolean(_ node: JSONNode, in environment: ExpressionCompiler) -> Formula? {
    formula(node, in: environment, expecting: .bool)
  }

  /// Something that names a group or record: a text, whole number, enum, boolean, date or period.
  func key(_ node: JSONNode, in environment: ExpressionCompiler) -> Formula? {
    guard let formula = formula(node, in: environment) else { return nil }
    switch formula.program.type {
    case .string, .int, .enumeration, .bool, .date, .period, .error: return formula
    default:
      log.report(.wrongExpressionType, at: node, [formula.program.type.text, "string, int, enum"])
      return nil
    }
  }

  /// A number of the file, or an expression of one.
  func number(_ node: JSONNode, in environment: ExpressionCompiler) -> Formula? {
    guard let formula = formula(node, in: environment) else { return nil }
    if TermType.number.admits(formula.program.type) { return formula }
    log.report(.wrongExpressionType, at: node, [formula.program.type.text, TermType.number.expected])
    return nil
  }

  /// - Parameter expected: nil takes a value of any type.
  func formula(_ node: JSONNode, in environment: ExpressionCompiler, expecting expected: CELType? = nil)
    -> Formula?
  {
    guard let text = node.text ?? node.numberText else { return nil }
    let (program, diagnostics) = environment.compile(text, expecting: expected)
    for diagnostic in diagnostics { log.report(diagnostic, in: node) }
    return program.map { Formula(text: text, program: $0) }
  }
}
