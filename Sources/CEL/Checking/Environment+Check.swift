import JSON

extension Environment {
  /// Finds the type and meaning of every node, or every defect that can be found, sorted by place (at most 100).
  ///
  /// - Parameter expected: the type that the whole must have; in packs an exact number of any type serves where a
  ///   decimal is expected.
  /// - Returns: the checked expression, or nil and at least one diagnostic.
  /// - Complexity: O(n · f) in nodes and overloads of a function, plus unification of the types involved.
  public func check(
    _ parsed: ParsedExpression, expecting expected: CELType? = nil
  ) -> (CheckedExpression?, [Diagnostic]) {
    var checker = Checker(self, parsed)
    return checker.run(parsed, expecting: expected)
  }

  /// The same for what was checked before: its cost and unit are not asked for again.
  func recheck(_ parsed: ParsedExpression, expecting expected: CELType?) -> CheckedExpression? {
    var checker = Checker(self, parsed)
    return checker.run(parsed, expecting: expected, isKnown: true).0
  }
}

extension Checker {
  mutating func run(
    _ parsed: ParsedExpression, expecting expected: CELType?, isKnown: Bool = false
  ) -> (CheckedExpression?, [Diagnostic]) {
    let found = check(parsed.root)
    if let expected { requireResult(parsed.root, found, expected) }
    for id in tables.types.indices where tables.types[id].isGeneric {
      tables.types[id] = substitution.apply(tables.types[id], openAsDyn: true)
    }
    var unit: Text?
    if !isKnown {
      var units = UnitInference(tables, environment.variables)
      unit = units.unit(of: parsed.root)
      for diagnostic in units.diagnostics {
        report(diagnostic.code, diagnostic.range, diagnostic.arguments)
      }
    }
    // What is wrong elsewhere would make the estimate wrong, too.
    let cost =
      diagnostics.isEmpty && !isKnown
      ? CostEstimator.estimate(parsed.root, tables, environment.schema) : 0
    if cost > environment.limits.cost {
      let limit = Text(decimal: environment.limits.cost)
      report(.tooCostly, parsed.root.range, [Text(decimal: cost), limit])
    }
    guard diagnostics.isEmpty else { return (nil, diagnostics.sorted { $0.precedes($1) }) }

    let checked = CheckedExpression(
      parsed: parsed, tables: tables, cost: cost, unit: unit, variables: environment.variables)
    return (checked, [])
  }

  private mutating func requireResult(_ root: Expression, _ found: CELType, _ expected: CELType) {
    if isPack, expected == .decimal, substitution.apply(found).isExactNumber {
      if isCoercible(root, to: expected) { coerce(root, to: expected) }
      return
    }
    require(root, found, expected)
  }
}

extension Diagnostic {
  /// Order by place, the wider first.
  func precedes(_ other: Diagnostic) -> Bool {
    range.start != other.range.start ? range.start < other.range.start : range.end > other.range.end
  }
}
