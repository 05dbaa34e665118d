import JSON

/// Variables of the macros around a clause.
struct WitnessScope {
  /// From the outermost in; a name stands here once, as what the innermost macro of it says.
  private(set) var variables: [WitnessVariable] = []

  subscript(name: Text) -> WitnessBinding? { variables.last { $0.name == name }?.binding }

  func binding(_ name: Text, _ binding: WitnessBinding) -> WitnessScope {
    var scope = self
    scope.variables.removeAll { $0.name == name }
    scope.variables.append(WitnessVariable(name: name, binding: binding))
    return scope
  }
}
