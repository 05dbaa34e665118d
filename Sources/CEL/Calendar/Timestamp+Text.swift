import JSON

extension Timestamp {
  /// Reads an RFC 3339 date and time such as `2009-02-13T23:31:30.5Z` or `2021-12-31T17:00:00+07:00`.
  ///
  /// `T` and `Z` in capitals, up to nine decimals of a second, no leap second.
  public init(_ text: Text) throws(CalendarParseError) { try self.init(text.utf8.span) }

  /// Reads an RFC 3339 date and time; see `init(_:)` of `Text`.
  public init(_ bytes: Span<UInt8>) throws(CalendarParseError) {
    var position = 0
    guard let (year, month, day) = FixedFields.date(bytes, &position),
      FixedFields.take("T", bytes, &position),
      let hour = FixedFields.number(bytes, &position, width: 2),
      FixedFields.take(":", bytes, &position),
      let minute = FixedFields.number(bytes, &position, width: 2),
      FixedFields.take(":", bytes, &position),
      let second = FixedFields.number(bytes, &position, width: 2),
      let nanoseconds = Self.fraction(bytes, &position),
      let offset = Self.offset(bytes, &position), position == bytes.count
    else { throw .malformed }
    guard 1...12 ~= month, 1...GregorianCalendar.length(ofMonth: month, year: year) ~= day,
      hour < 24, minute < 60, second < 60
    else { throw .noSuchDay }
    let days = GregorianCalendar.days(year: year, month: month, day: day)
    let clock = Int64(hour * 3600 + minute * 60 + second)
    guard
      let timestamp = Timestamp(
        seconds: days * 86_400 + clock - Int64(offset), nanoseconds: Int32(nanoseconds))
    else { throw .outOfRange }
    self = timestamp
  }

  /// Takes a point and one to nine digits, if a point stands here; nil where no digit follows.
  private static func fraction(_ bytes: Span<UInt8>, _ position: inout Int) -> Int? {
    guard FixedFields.take(".", bytes, &position) else { return 0 }
    var nanoseconds = 0
    var unit = 1_000_000_000
    while unit > 1, let digit = FixedFields.number(bytes, &position, width: 1) {
      unit /= 10
      nanoseconds += digit * unit
    }
    return unit < 1_000_000_000 ? nanoseconds : nil
  }

  /// Takes `Z` or `±HH:MM`; the offset in seconds.
  private static func offset(_ bytes: Span<UInt8>, _ position: inout Int) -> Int? {
    if FixedFields.take("Z", bytes, &position) { return 0 }
    let negative = FixedFields.take("-", bytes, &position)
    guard negative || FixedFields.take("+", bytes, &position),
      let seconds = FixedFields.hoursAndMinutes(bytes, &position)
    else { return nil }
    return negative ? -seconds : seconds
  }

  /// The instant in UTC as RFC 3339, with as many decimals of a second as it needs: CEL's `string(timestamp)`.
  public var text: Text {
    let fields = fields(at: .utc)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(30)
    FixedFields.append((fields.fullYear, fields.month + 1, fields.date), to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    FixedFields.append(fields.hours, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    FixedFields.append(fields.minutes, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    FixedFields.append(fields.seconds, width: 2, to: &bytes)
    FixedFields.append(fraction: Int(nanoseconds), to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
    return Text(utf8: bytes)
  }
}
