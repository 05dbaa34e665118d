extension Check {
  /// Every formula of the check.
  public var formulas: [Formula] {
    var formulas: [Formula] = []
    forEachFormula { formulas.append($0) }
    return formulas
  }

  /// Without a list of them, for what looks through all rules.
  func forEachFormula(_ body: (Formula) -> Void) {
    if let applies { body(applies) }
    body(requires)
    if let due { body(due) }
    if let measured { body(measured) }
    if let distance { body(distance) }
    if let failingItems { body(failingItems) }
    if let exceeds { body(exceeds) }
    if let limit { for bound in limit.bounds { body(bound.value) } }
  }
}
