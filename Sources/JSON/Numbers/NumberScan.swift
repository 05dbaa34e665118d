/// One pass over the text of a number that collects its parts.
struct NumberScan {
  private(set) var isNegative = false
  private(set) var digitCount = 0
  private(set) var exponent: Int64 = 0
  /// The digits so far without the zeros in `pendingZeros`; exact while at most 38 are in it.
  private var value: UInt128 = 0
  /// Zeros after the last digit that is not one; they count only if another follows.
  private var pendingZeros = 0

  private static let greatestDigitCount = 38
  private static let greatestExponent: Int64 = 1_000_000_000_000_000

  var coefficient: UInt128? { digitCount <= Self.greatestDigitCount ? value : nil }

  init?(_ bytes: UnsafeRawBufferPointer) {
    var scanner = JSONScanner()
    scanner.aim(at: bytes)
    guard let first = bytes.first, first == UInt8(ascii: "-") || first &- UInt8(ascii: "0") <= 9,
      scanner.number(), scanner.offset == bytes.count
    else { return nil }
    var place = 0
    if first == UInt8(ascii: "-") {
      isNegative = true
      place = 1
    }
    var fractionDigits: Int64 = 0
    var isFraction = false
    while place < bytes.count, bytes[place] | 0x20 != UInt8(ascii: "e") {
      if bytes[place] == UInt8(ascii: ".") {
        isFraction = true
      } else {
        append(digit: bytes[place] - UInt8(ascii: "0"))
        if isFraction { fractionDigits += 1 }
      }
      place += 1
    }
    guard digitCount > 0 else { return }
    exponent = Self.exponent(in: bytes, from: place + 1) - fractionDigits + Int64(pendingZeros)
    exponent = min(max(exponent, -Self.greatestExponent), Self.greatestExponent)
  }

  private mutating func append(digit: UInt8) {
    if digit == 0 {
      if digitCount > 0 { pendingZeros += 1 }
      return
    }
    digitCount += pendingZeros + 1
    if digitCount <= Self.greatestDigitCount {
      for _ in 0..<pendingZeros { value *= 10 }
      value = value * 10 + UInt128(digit)
    }
    pendingZeros = 0
  }

  /// The exponent as it is written, clamped so that sums with it stay in range.
  private static func exponent(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int64 {
    var exponent: Int64 = 0
    var isNegative = false
    for place in start..<max(start, bytes.count) {
      switch bytes[place] {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): break
      case let digit: exponent = min(exponent * 10 + Int64(digit - UInt8(ascii: "0")), 2 * greatestExponent)
      }
    }
    return isNegative ? -exponent : exponent
  }
}
