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
}
