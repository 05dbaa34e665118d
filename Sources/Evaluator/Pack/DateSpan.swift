import CEL

/// A half-open span of days; a missing end is unbounded.
public struct DateSpan: Sendable, Equatable {
  public var from: CivilDate?
  public var before: CivilDate?

  public init(from: CivilDate? = nil, before: CivilDate? = nil) {
    self.from = from
    self.before = before
  }

  public func contains(_ day: CivilDate) -> Bool {
    if let from, day < from { return false }
    if let before, day >= before { return false }
    return true
  }

  /// The days in both.
  public func intersection(_ other: DateSpan) -> DateSpan {
    DateSpan(from: later(from, other.from), before: earlier(before, other.before))
  }

  private func later(_ one: CivilDate?, _ other: CivilDate?) -> CivilDate? {
    guard let one, let other else { return one ?? other }
    return max(one, other)
  }

  private func earlier(_ one: CivilDate?, _ other: CivilDate?) -> CivilDate? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }
}
