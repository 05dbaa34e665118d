/// A decimal number as it is written, read from the front of a C string.
struct DecimalText {
  var isNegative = false
  /// Digits (0 to 9) without leading zeros; the value is `digits` × 10^`exponent`.
  ///
  /// After 800 digits, more than decide how a double rounds, a 1 stands for whatever follows.
  var digits: [UInt8] = []
  var exponent = 0
  /// Where the number ends.
  private(set) var end: UnsafePointer<CChar>

  /// Nil where no number stands; hexadecimal ones, `inf` and `nan` are none.
  init?(_ text: UnsafePointer<CChar>) {
    end = text
    var seen = false
    if take("-") { isNegative = true } else { _ = take("+") }
    while let digit = takeDigit() {
      seen = true
      append(digit)
    }
    if take(".") {
      while let digit = takeDigit() {
        seen = true
        append(digit)
        exponent &-= 1
      }
    }
    guard seen else { return nil }
    takeExponent()
  }

  private mutating func append(_ digit: UInt8) {
    if digits.count < 800 {
      if digit != 0 || !digits.isEmpty { digits.append(digit) }
      return
    }
    exponent &+= 1
    if digits.count == 800 && digit != 0 {
      digits.append(1)
      exponent &-= 1
    }
  }

  private mutating func takeExponent() {
    let before = end
    guard take("e") || take("E") else { return }
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard let first = takeDigit() else {
      end = before
      return
    }
    var written = Int(first)
    while let digit = takeDigit() { written = min(written &* 10 &+ Int(digit), 1_000_000) }
    exponent &+= isNegative ? 0 &- written : written
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard UInt8(bitPattern: end.pointee) == UInt8(ascii: character) else { return false }
    end += 1
    return true
  }

  private mutating func takeDigit() -> UInt8? {
    let digit = UInt8(bitPattern: end.pointee) &- UInt8(ascii: "0")
    guard digit < 10 else { return nil }
    end += 1
    return digit
  }
}
