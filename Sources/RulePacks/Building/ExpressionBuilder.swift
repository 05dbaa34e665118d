import CEL
import Evaluator
import JSON

/// Compiles expressions that stand alone: conditions of rules and awards.
struct ExpressionBuilder {
  let log: DefectLog

  /// - Returns: nil where the expression was reported.
  func boolean(_ node: JSONNode, in environment: ExpressionCompiler) -> Formula? {
    guard let text = node.text else { return nil }
    let (program, diagnostics) = environment.compile(text, expecting: .bool)
    for diagnostic in diagnostics { log.report(diagnostic, in: node) }
    return program.map { Formula(text: text, program: $0) }
  }
}
