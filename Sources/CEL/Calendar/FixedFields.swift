/// Reads and writes the fixed-width digits that dates and times are spelled in.
enum FixedFields {
  /// Takes exactly `width` digits (up to 9); nil where they are not there.
  static func number(_ bytes: Span<UInt8>, _ position: inout Int, width: Int) -> Int? {
    guard bytes.count - position >= width else { return nil }
    var value = 0
    for index in position..<position + width {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    position += width
    return value
  }

  /// Takes one byte; false where another stands there.
  static func take(_ byte: Unicode.Scalar, _ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  /// Takes `YYYY-MM-DD`; nil where the form is another, whatever the calendar says.
  static func date(
    _ bytes: Span<UInt8>, _ position: inout Int
  ) -> (year: Int, month: Int, day: Int)? {
    guard let year = number(bytes, &position, width: 4), take("-", bytes, &position),
      let month = number(bytes, &position, width: 2), take("-", bytes, &position),
      let day = number(bytes, &position, width: 2)
    else { return nil }
    return (year, month, day)
  }

  /// Takes `HH:MM`, up to 23:59, as seconds.
  static func hoursAndMinutes(_ bytes: Span<UInt8>, _ position: inout Int) -> Int? {
    guard let hours = number(bytes, &position, width: 2), hours < 24,
      take(":", bytes, &position),
      let minutes = number(bytes, &position, width: 2), minutes < 60
    else { return nil }
    return hours * 3600 + minutes * 60
  }

  /// Appends a number that is not negative, with zeros in front up to `width` digits.
  static func append(_ number: Int, width: Int, to bytes: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  /// Appends `YYYY-MM-DD` for a year 0 … 9999.
  static func append(_ date: (year: Int, month: Int, day: Int), to bytes: inout [UInt8]) {
    append(date.year, width: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(date.month, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(date.day, width: 2, to: &bytes)
  }

  /// Appends a point and the nanoseconds without zeros at the end; nothing where there are none.
  static func append(fraction nanoseconds: Int, to bytes: inout [UInt8]) {
    guard nanoseconds != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    append(nanoseconds, width: 9, to: &bytes)
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
  }
}
