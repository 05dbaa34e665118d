/// The lengths that a calendar period can have.
public enum PeriodKind: UInt8, Hashable, Sendable, CaseIterable {
  case month = 1
  case quarter = 3
  case halfYear = 6
  case year = 12

  /// The number of months.
  public var months: Int { Int(rawValue) }
}
