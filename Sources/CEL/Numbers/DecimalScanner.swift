/// Reads the spelling of a decimal number into digits and an exponent of ten.
///
/// The number is `coefficient × 10^exponent`.
struct DecimalScanner {
  /// The digits from the first to the last that is not zero; nil where they don't fit 128 bits.
  private(set) var coefficient: UInt128? = 0
  /// How many digits those are; 0 where the number is zero.
  private(set) var significantDigits = 0
  /// The power of ten of the last significant digit.
  private(set) var exponent: Int64 = 0
  private(set) var isNegative = false

  /// The first nineteen digits, which are all that most numbers have.
  private var low: UInt64 = 0
  private var pendingZeros = 0
  private let allowsTrailingPoint: Bool

  /// - Parameter allowsTrailingPoint: whether `5.` is a number.
  init(allowsTrailingPoint: Bool = false) { self.allowsTrailingPoint = allowsTrailingPoint }

  /// Scans a whole text; false where it is not a decimal number.
  mutating func scan(_ bytes: Span<UInt8>) -> Bool {
    var position = 0
    if bytes.count > 0, bytes[0] == UInt8(ascii: "-") {
      isNegative = true
      position = 1
    }
    let integerDigits = scanDigits(bytes, &position)
    var decimals = 0
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      decimals = scanDigits(bytes, &position)
      if decimals == 0, !allowsTrailingPoint { return false }
    }
    if integerDigits == 0, decimals == 0 { return false }
    exponent = Int64(pendingZeros) - Int64(decimals)
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      guard scanExponent(bytes, &position) else { return false }
    }
    if significantDigits < 19 { coefficient = UInt128(low) }
    return position == bytes.count
  }

  /// Takes digits up to the next other byte and returns how many there were.
  private mutating func scanDigits(_ bytes: Span<UInt8>, _ position: inout Int) -> Int {
    let start = position
    while position < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      position += 1
      if digit != 0 {
        // Zeros count only once a digit follows them.
        appendPendingZeros()
        append(digit)
      } else if significantDigits > 0 {
        pendingZeros += 1
      }
    }
    return position - start
  }

  private mutating func appendPendingZeros() {
    if significantDigits + pendingZeros < 40 {
      for _ in 0..<pendingZeros { append(0) }
    } else {
      significantDigits += pendingZeros
      coefficient = nil
    }
    pendingZeros = 0
  }

  private mutating func append(_ digit: UInt8) {
    significantDigits += 1
    if significantDigits <= 19 {
      low = low &* 10 &+ UInt64(digit)
      if significantDigits == 19 { coefficient = UInt128(low) }
    } else if let digits = coefficient {
      let (tens, overflow) = digits.multipliedReportingOverflow(by: 10)
      let (units, carry) = tens.addingReportingOverflow(UInt128(digit))
      coefficient = overflow || carry ? nil : units
    }
  }

  private mutating func scanExponent(_ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
    var negative = false
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
      negative = bytes[position] == UInt8(ascii: "-")
      position += 1
    }
    let start = position
    var value: Int64 = 0
    while position < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      // Far beyond every limit, and far from overflow when the length of the text is added.
      if value < 1_000_000_000_000 { value = value * 10 + Int64(digit) }
      position += 1
    }
    exponent += negative ? -value : value
    return position > start
  }
}
