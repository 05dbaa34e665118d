import JSON

extension Environment {
  /// Reads and checks an expression; it is planned when it is first evaluated.
  ///
  /// - Parameters:
  ///   - expected: the type that the whole must have.
  ///   - nodes: those of earlier programs of this environment, to be used again.
  /// - Returns: the program, or nil and every defect that could be found.
  public func compile(
    _ text: Text, expecting expected: CELType? = nil, sharing nodes: SharedNodes? = nil
  ) -> (Program?, [Diagnostic]) {
    let (parsed, defects) = Parser.parse(text, macros: macros, limits: limits)
    guard let parsed else { return (nil, defects) }
    let (checked, diagnostics) = check(parsed, expecting: expected)
    return (checked.map { plan(parsed, $0, sharing: nodes) }, diagnostics)
  }

  /// A program of a text that `compile` accepted before, in this environment or one with fewer names: it is read and
  /// checked again when it is first needed.
  ///
  /// A text that is not sound after all is an error value wherever it is evaluated.
  ///
  /// - Parameter known: `Program.references` of a program of this text in this environment; nil to check the text again.
  public func recall(
    _ text: Text, expecting expected: CELType? = nil, knowing known: ArraySlice<UInt8>? = nil,
    sharing nodes: SharedNodes? = nil
  ) -> Program {
    Program(text: text, expecting: expected, environment: self, knowing: known, sharing: nodes)
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

  private func plan(
    _ parsed: ParsedExpression, _ checked: CheckedExpression?, sharing nodes: SharedNodes? = nil
  ) -> Program {
    Program(expression: parsed, checked: checked, environment: self, sharing: nodes)
  }
}
