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

/// What a variable of a macro stands for.
indirect enum WitnessBinding {
  /// An element of a list of the draft.
  case place([Path.Step])
  /// An element of a list that was computed.
  case value(Value)
  /// An element of a list that is written out, or what a macro makes of an element.
  case clause(WitnessClause)
}

/// Variables of the macros around a clause.
struct WitnessScope {
  /// A type of its own: through a tuple the compiler finds the types of this file circular.
  struct Named {
    let name: Text
    let binding: WitnessBinding
  }

  private(set) var bindings: [Named] = []

  subscript(name: Text) -> WitnessBinding? { bindings.last { $0.name == name }?.binding }

  func binding(_ name: Text, _ binding: WitnessBinding) -> WitnessScope {
    var scope = self
    scope.bindings.removeAll { $0.name == name }
    scope.bindings.append(Named(name: name, binding: binding))
    return scope
  }
}
