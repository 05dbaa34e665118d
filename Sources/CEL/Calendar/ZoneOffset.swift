import JSON

/// How far the clocks of a time zone stand from UTC at an instant.
public struct ZoneOffset: Hashable, Sendable {
  /// Seconds; positive to the east.
  public let seconds: Int32

  public init(seconds: Int32) { self.seconds = seconds }

  public static let utc = ZoneOffset(seconds: 0)

  /// Reads a fixed offset `+HH:MM`, `-HH:MM` or `HH:MM`, up to 23:59.
  public init?(_ text: Text) {
    let bytes = text.utf8.span
    var position = 0
    let negative = FixedFields.take("-", bytes, &position)
    if !negative { _ = FixedFields.take("+", bytes, &position) }
    guard let total = FixedFields.hoursAndMinutes(bytes, &position), position == bytes.count else {
      return nil
    }
    seconds = Int32(negative ? -total : total)
  }

  /// The offset of a zone named as CEL has it: `UTC`, a fixed offset, or a name that the host knows.
  ///
  /// - Parameter names: asked for every other name; nil where the host knows none.
  /// - Returns: nil for an unknown zone.
  public static func resolve(
    _ zone: Text, at timestamp: Timestamp, names: CallContext.TimeZoneHook?
  ) -> ZoneOffset? {
    if zone == "UTC" { return .utc }
    if let fixed = ZoneOffset(zone) { return fixed }
    return names?(zone, timestamp.seconds).map(ZoneOffset.init(seconds:))
  }
}
