/// What clocks and calendars of one offset show at an instant, counted as CEL's selectors count.
public struct TimestampFields: Hashable, Sendable {
  /// 0 … 10000: an offset can carry the ends of the range into a neighbouring year.
  public let fullYear: Int
  /// 0 … 11.
  public let month: Int
  /// Day of the month, 1 … 31: CEL's `getDate`; its `getDayOfMonth` is one less.
  public let date: Int
  /// 0 for Sunday … 6 for Saturday.
  public let dayOfWeek: Int
  /// 0 … 365.
  public let dayOfYear: Int
  /// 0 … 23.
  public let hours: Int
  /// 0 … 59.
  public let minutes: Int
  /// 0 … 59.
  public let seconds: Int
  /// 0 … 999.
  public let milliseconds: Int

  /// Day of the month, 0 … 30.
  public var dayOfMonth: Int { date - 1 }
}

extension Timestamp {
  /// What clocks and calendars of an offset show at this instant.
  public func fields(at offset: ZoneOffset) -> TimestampFields {
    let local = seconds + Int64(offset.seconds)
    let days = local.quotient(flooredBy: 86_400)
    let clock = Int(local - days * 86_400)
    let (year, month, day) = GregorianCalendar.civil(days: days)
    return TimestampFields(
      fullYear: year, month: month - 1, date: day,
      dayOfWeek: GregorianCalendar.dayOfWeek(days: days),
      dayOfYear: Int(days - GregorianCalendar.days(year: year, month: 1, day: 1)),
      hours: clock / 3600, minutes: clock / 60 % 60, seconds: clock % 60,
      milliseconds: Int(nanoseconds) / 1_000_000)
  }
}
