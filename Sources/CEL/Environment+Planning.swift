import JSON

extension Environment {
  /// Reads, checks and plans an expression.
  ///
  /// - Parameter expected: the type that the whole must have.
  /// - Returns: the program, or nil and every defect that could be found.
  public func compile(_ text: Text, expecting expected: CELType? = nil) -> (Program?, [Diagnostic]) {
    let (parsed, defects) = Parser.parse(text, macros: macros, limits: limits)
    guard let parsed else { return (nil, defects) }
    let (checked, diagnostics) = check(parsed, expecting: expected)
    return (checked.map(plan), diagnostics)
  }

  /// Plans a checked expression.
  public func plan(_ checked: CheckedExpression) -> Program { plan(checked.parsed, checked) }

  /// Plans an expression that no checker saw: names are looked up now, calls dispatched by the values they meet.
  ///
  /// What is wrong with it shows as an error value when it is evaluated.
  public func planUnchecked(_ parsed: ParsedExpression) -> Program { plan(parsed, nil) }

  /// The macros of all libraries; a pack's expressions may also ask `has(field)` of a bare field.
  public var macros: Library.Macros {
    libraries.reduce(into: dialect == .pack ? .presence : []) { $0.formUnion($1.macros) }
  }

  private func plan(_ parsed: ParsedExpression, _ checked: CheckedExpression?) -> Program {
    var planner = Planner(self, parsed, checked)
    let root = planner.node(parsed.root)
    return Program(
      expression: parsed, checked: checked, environment: self, root: root, localCount: planner.localCount,
      readsVariables: planner.readsVariables)
  }
}
