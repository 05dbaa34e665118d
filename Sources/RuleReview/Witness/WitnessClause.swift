import CEL
import JSON

/// A part of a checked expression, with what the variables around it stand for.
struct WitnessClause {
  let expression: Expression
  /// The expression that it is part of, by place among those of the search.
  let source: Int
  let scope: WitnessScope

  /// A part of the same expression under the same variables.
  func part(_ expression: Expression) -> WitnessClause {
    WitnessClause(expression: expression, source: source, scope: scope)
  }

  /// The same with one more variable.
  func part(_ expression: Expression, _ name: Text, _ binding: WitnessBinding) -> WitnessClause {
    WitnessClause(expression: expression, source: source, scope: scope.binding(name, binding))
  }
}
