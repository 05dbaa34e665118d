import JSON

extension CELDuration {
  /// Reads a duration such as `1h2m3.5s`, `-1.5h`, `300ms` or `0`.
  ///
  /// Units are `h m s ms us µs ns`, in any order and number; a fraction of a nanosecond is dropped. Linear in the
  /// length of the text.
  public init(_ text: Text) throws(CalendarParseError) {
    let bytes = text.utf8.span
    var position = 0
    let negative = FixedFields.take("-", bytes, &position)
    if !negative { _ = FixedFields.take("+", bytes, &position) }
    if bytes.count - position == 1, bytes[position] == UInt8(ascii: "0") {
      self.init(nanoseconds: 0)
      return
    }
    guard position < bytes.count else { throw .malformed }
    var total: Int128 = 0
    while position < bytes.count {
      guard let number = Number(bytes, &position), let unit = Self.unit(bytes, &position) else {
        throw .malformed
      }
      // Whatever is out of range stays so; stopping the sum here keeps it from overflowing.
      if total <= Self.limit { total += number.nanoseconds(unit: unit) }
    }
    guard let nanoseconds = Int64(exactly: negative ? -total : total) else { throw .outOfRange }
    self.init(nanoseconds: nanoseconds)
  }

  private static let limit = Int128(Int64.max) + 1

  /// A number with digits before the point, after it, or both.
  private struct Number {
    /// Not above 10²⁰: enough to be out of range in every unit.
    private var whole: Int128 = 0
    /// The first eighteen decimals; more can't reach a nanosecond of any unit.
    private var fraction: Int128 = 0
    private var places = 0

    init?(_ bytes: Span<UInt8>, _ position: inout Int) {
      let start = position
      while let digit = FixedFields.number(bytes, &position, width: 1) {
        if whole < 10_000_000_000_000_000_000 { whole = whole * 10 + Int128(digit) }
      }
      var digits = position - start
      if FixedFields.take(".", bytes, &position) {
        while let digit = FixedFields.number(bytes, &position, width: 1) {
          digits += 1
          if places < 18 { (fraction, places) = (fraction * 10 + Int128(digit), places + 1) }
        }
      }
      if digits == 0 { return nil }
    }

    func nanoseconds(unit: Int128) -> Int128 {
      whole * unit + fraction * unit / PowersOfTen.int128(places)
    }
  }

  /// Takes a unit; how many nanoseconds it has.
  private static func unit(_ bytes: Span<UInt8>, _ position: inout Int) -> Int128? {
    if FixedFields.take("h", bytes, &position) { return 3_600_000_000_000 }
    if FixedFields.take("m", bytes, &position) {
      return FixedFields.take("s", bytes, &position) ? 1_000_000 : 60_000_000_000
    }
    if FixedFields.take("s", bytes, &position) { return 1_000_000_000 }
    if FixedFields.take("n", bytes, &position) {
      return FixedFields.take("s", bytes, &position) ? 1 : nil
    }
    guard FixedFields.take("u", bytes, &position) || takeMicro(bytes, &position) else { return nil }
    return FixedFields.take("s", bytes, &position) ? 1000 : nil
  }

  /// Takes U+00B5 or U+03BC, both of which are written for micro.
  private static func takeMicro(_ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
    guard bytes.count - position >= 2 else { return false }
    let pair = (bytes[position], bytes[position + 1])
    guard pair == (0xC2, 0xB5) || pair == (0xCE, 0xBC) else { return false }
    position += 2
    return true
  }

  /// Seconds with as many decimals as needed, and `s`: CEL's `string(duration)`.
  public var text: Text {
    var bytes: [UInt8] = []
    if nanoseconds < 0 { bytes.append(UInt8(ascii: "-")) }
    let (seconds, fraction) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
    bytes += Decimal(seconds).text.utf8
    FixedFields.append(fraction: Int(fraction), to: &bytes)
    bytes.append(UInt8(ascii: "s"))
    return Text(utf8: bytes)
  }
}
