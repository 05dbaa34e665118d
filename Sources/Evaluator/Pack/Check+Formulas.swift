extension Check {
  /// Every formula of the check.
  public var formulas: [Formula] {
    [applies, requires, due, measured, distance, failingItems, exceeds].compactMap { $0 }
      + (limit?.bounds ?? []).map { $0.value }
  }
}
