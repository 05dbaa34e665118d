import JSON

/// A day of the calendar from 0001-01-01 to 9999-12-31, without time or time zone.
public struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let daysSinceEpoch: Int32

  private static let range: ClosedRange<Int64> = -719_162...2_932_896

  public static let first = CivilDate(unchecked: range.lowerBound)
  public static let last = CivilDate(unchecked: range.upperBound)

  private init(unchecked days: Int64) { daysSinceEpoch = Int32(days) }

  /// A day by its distance from 1970-01-01; nil outside the years 1 … 9999.
  public init?(daysSinceEpoch: Int64) {
    guard Self.range ~= daysSinceEpoch else { return nil }
    self.init(unchecked: daysSinceEpoch)
  }

  /// A day by its numbers; nil where the calendar has no such day or the year is outside 1 … 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month,
      1...GregorianCalendar.length(ofMonth: month, year: year) ~= day
    else { return nil }
    self.init(unchecked: GregorianCalendar.days(year: year, month: month, day: day))
  }

  /// Year (1 … 9999), month (1 … 12) and day (1 … 31) in one computation.
  public var components: (year: Int, month: Int, day: Int) {
    GregorianCalendar.civil(days: Int64(daysSinceEpoch))
  }

  public var year: Int { components.year }
  /// 1 … 12.
  public var month: Int { components.month }
  /// Day of the month, 1 … 31.
  public var day: Int { components.day }
  /// 1 … 4.
  public var quarter: Int { (month - 1) / 3 + 1 }
  /// 1 … 2.
  public var halfYear: Int { (month - 1) / 6 + 1 }
  /// 0 for Sunday … 6 for Saturday, as CEL counts.
  public var dayOfWeek: Int { GregorianCalendar.dayOfWeek(days: Int64(daysSinceEpoch)) }
  /// 1 … 366.
  public var dayOfYear: Int {
    Int(Int64(daysSinceEpoch) - GregorianCalendar.days(year: year, month: 1, day: 1)) + 1
  }
}

extension CivilDate: Comparable {
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }
}

/// Text.
extension CivilDate {
  /// Reads `YYYY-MM-DD` and nothing else.
  public init(_ text: Text) throws(CalendarParseError) { try self.init(text.utf8.span) }

  /// Reads `YYYY-MM-DD` and nothing else.
  public init(_ bytes: Span<UInt8>) throws(CalendarParseError) {
    var position = 0
    guard let (year, month, day) = FixedFields.date(bytes, &position), position == bytes.count else {
      throw .malformed
    }
    guard year > 0 else { throw .outOfRange }
    guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchDay }
    self = date
  }

  /// The date as `YYYY-MM-DD`.
  public var text: Text {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    FixedFields.append(components, to: &bytes)
    return Text(utf8: bytes)
  }
}
