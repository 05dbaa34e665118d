import CEL

extension PackEvaluator {
  /// The last day that counts, and whether it has passed.
  struct Due {
    var day: CivilDate?
    var isPast: Truth
    /// The value of the formula, for what it misses.
    var value: Value?
  }

  /// A rule is not due while `asOf <= due`; one without a due day is due at once.
  func dueDay(_ check: Check, _ holds: Truth, _ activation: Activation) -> Due {
    guard let formula = check.due else { return Due(day: nil, isPast: .yes, value: nil) }
    let value = formula.program.evaluate(activation)
    switch value {
    case .date(let day): return Due(day: day, isPast: asOf <= day ? .no : .yes, value: value)
    // A requirement that holds is settled whatever the due day.
    case _ where holds == .yes: return Due(day: nil, isPast: .yes, value: nil)
    case .unknown: return Due(day: nil, isPast: .unknown, value: value)
    default: return Due(day: nil, isPast: .error, value: value)
    }
  }
}
