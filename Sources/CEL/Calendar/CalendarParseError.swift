/// Why a text was not read as a date, period, timestamp or duration.
public enum CalendarParseError: Error, Hashable, Sendable {
  /// The text has not the one form that is read.
  case malformed
  /// The form is right, but the calendar has no such day or the clock no such time (2021-02-30, 24:00:00).
  case noSuchDay
  /// The value lies outside the range of its type.
  case outOfRange
}
