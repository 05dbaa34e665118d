/// One pass over the text of a number that collects its parts.
struct NumberScan {
  private(set) var isNegative = false
  private(set) var digitCount = 0
  private(set) var exponent: Int64 = 0
  /// The digits so far without the zeros in `pendingZeros`, exact while at most 19 are in it, and wide beyond.
  private var narrow: UInt64 = 0
  private var wide: UInt128 = 0
  /// Zeros after the last digit that is not one; they count only if another follows.
  private var pendingZeros = 0

  private static let narrowDigitCount = 19
  private static let wideDigitCount = 38
  private static let greatestExponent: Int64 = 1_000_000_000_000_000

  var coefficient: UInt128? {
    if digitCount <= Self.narrowDigitCount { return UInt128(narrow) }
    return digitCount <= Self.wideDigitCount ? wide : nil
  }

  /// True where the bytes are one number by the grammar.
  static func isNumber(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first, first == UInt8(ascii: "-") || first &- UInt8(ascii: "0") <= 9 else {
      return false
    }
    var scanner = JSONScanner()
    scanner.aim(at: bytes)
    return scanner.number() && scanner.offset == bytes.count
  }

  /// Takes bytes apart that are a number by the grammar.
  init(_ bytes: UnsafeRawBufferPointer) {
    var place = 0
    var pointPlace: Int?
    while place < bytes.count {
      let digit = bytes[place] &- UInt8(ascii: "0")
      if digit <= 9 {
        append(digit: digit)
      } else if bytes[place] == UInt8(ascii: ".") {
        pointPlace = place
      } else if bytes[place] == UInt8(ascii: "-") {
        isNegative = true
      } else {
        break
      }
      place &+= 1
    }
    guard digitCount > 0 else { return }
    let fractionDigits = pointPlace.map { place - $0 - 1 } ?? 0
    exponent = Int64(pendingZeros) - Int64(fractionDigits)
    if place < bytes.count { exponent += Self.exponent(in: bytes, from: place + 1) }
    exponent = min(max(exponent, -Self.greatestExponent), Self.greatestExponent)
  }

  @inline(__always)
  private mutating func append(digit: UInt8) {
    if digit == 0 {
      if digitCount > 0 { pendingZeros &+= 1 }
      return
    }
    if digitCount &+ pendingZeros < Self.narrowDigitCount {
      while pendingZeros > 0 {
        narrow &*= 10
        digitCount &+= 1
        pendingZeros &-= 1
      }
      narrow = narrow &* 10 &+ UInt64(digit)
      digitCount &+= 1
    } else {
      appendWide(digit: digit)
    }
  }

  @inline(never)
  private mutating func appendWide(digit: UInt8) {
    if digitCount <= Self.narrowDigitCount { wide = UInt128(narrow) }
    digitCount += pendingZeros + 1
    if digitCount <= Self.wideDigitCount {
      for _ in 0..<pendingZeros { wide *= 10 }
      wide = wide * 10 + UInt128(digit)
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
