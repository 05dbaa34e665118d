/// A calendar month, quarter, half-year or year of the years 1 … 9999.
public struct Period: Hashable, Sendable {
  public let kind: PeriodKind
  /// Months since January of the year 0; a multiple of the months of the kind.
  private let firstMonth: Int32

  private init?(kind: PeriodKind, firstMonth: Int) {
    guard 12..<120_000 ~= firstMonth else { return nil }
    self.kind = kind
    self.firstMonth = Int32(firstMonth)
  }

  /// The `number`-th period of a kind in a year, counted from 1; nil where the year has none such.
  public init?(_ kind: PeriodKind, _ number: Int, of year: Int) {
    guard 1...9999 ~= year, 1...(12 / kind.months) ~= number else { return nil }
    self.init(kind: kind, firstMonth: year * 12 + (number - 1) * kind.months)
  }

  /// The period of a kind in which a day lies.
  public init(_ kind: PeriodKind, containing date: CivilDate) {
    let (year, month, _) = date.components
    self.kind = kind
    firstMonth = Int32(year * 12 + (month - 1) / kind.months * kind.months)
  }

  public var year: Int { Int(firstMonth) / 12 }
  /// Which one of its kind in the year, from 1: the month, quarter or half-year; 1 for a year.
  public var number: Int { Int(firstMonth) % 12 / kind.months + 1 }

  public var firstDay: CivilDate { day(ofMonth: Int(firstMonth), last: false) }
  public var lastDay: CivilDate { day(ofMonth: Int(firstMonth) + kind.months - 1, last: true) }

  /// The period of the same kind after this one; nil after the year 9999.
  public var next: Period? { Period(kind: kind, firstMonth: Int(firstMonth) + kind.months) }
  /// The period of the same kind before this one; nil before the year 1.
  public var previous: Period? { Period(kind: kind, firstMonth: Int(firstMonth) - kind.months) }

  /// Whether a day lies in the period.
  public func contains(_ date: CivilDate) -> Bool { firstDay <= date && date <= lastDay }

  private func day(ofMonth index: Int, last: Bool) -> CivilDate {
    let (year, month) = (index / 12, index % 12 + 1)
    let day = last ? GregorianCalendar.length(ofMonth: month, year: year) : 1
    // Every month of a period lies in the years 1 … 9999, so the fallback is out of reach.
    return CivilDate(year: year, month: month, day: day) ?? .last
  }
}

extension Period: Comparable {
  /// Orders by first day, then by length: January, first quarter, first half-year, year.
  public static func < (left: Period, right: Period) -> Bool {
    (left.firstMonth, left.kind.rawValue) < (right.firstMonth, right.kind.rawValue)
  }
}
