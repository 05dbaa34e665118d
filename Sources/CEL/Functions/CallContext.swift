import JSON

/// What a function may see besides its arguments.
public struct CallContext: Sendable {
  /// Offset from UTC in seconds of a named time zone at an instant (seconds since 1970); nil where unknown.
  public typealias TimeZoneHook = @Sendable (_ zone: Text, _ epochSeconds: Int64) -> Int32?

  public var timeZone: TimeZoneHook?
  /// The pack's fixed offset, by which a timestamp becomes a date; seconds.
  public var packOffset: Int32

  public init(timeZone: TimeZoneHook? = nil, packOffset: Int32 = 0) {
    self.timeZone = timeZone
    self.packOffset = packOffset
  }
}
