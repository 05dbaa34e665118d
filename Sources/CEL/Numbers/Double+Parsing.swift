import JSON

extension Double {
  /// The double nearest to a decimal number (a tie goes to the even one), or `inf`, `infinity`, `nan` in any case.
  ///
  /// Reads what Go's `ParseFloat` reads in base ten: a sign, digits with a point anywhere, an exponent. Nil for any
  /// other text and for a number beyond the largest double; a number too small for a double is zero. Work is linear
  /// in the length of the text, plus a bounded part.
  public init?(decimalText text: Text) {
    var bytes = text.utf8[...]
    if bytes.first == UInt8(ascii: "+") {
      bytes = bytes.dropFirst()
      if bytes.first == UInt8(ascii: "-") { return nil }
    }
    var scanner = DecimalScanner(allowsTrailingPoint: true)
    guard scanner.scan(bytes.span) else {
      guard let special = Self.special(text) else { return nil }
      self = special
      return
    }
    let magnitude =
      scanner.coefficient.map { Self.nearest($0, exponent: scanner.exponent) }
      ?? Self.nearest(bytes, scanner)
    guard magnitude.isFinite else { return nil }
    self = scanner.isNegative ? -magnitude : magnitude
  }

  private static func special(_ text: Text) -> Double? {
    let lowered = text.asciiLowercased
    if lowered == "nan" { return .nan }
    if lowered == "inf" || lowered == "+inf" { return .infinity }
    if lowered == "infinity" || lowered == "+infinity" { return .infinity }
    return lowered == "-inf" || lowered == "-infinity" ? -.infinity : nil
  }

  /// More digits than this can't change which double is nearest, but for whether anything follows.
  private static let decisiveDigits = 800

  /// The value of a text whose digits don't fit 128 bits.
  private static func nearest(_ bytes: ArraySlice<UInt8>, _ scanner: DecimalScanner) -> Double {
    var digits = BigNatural()
    var taken = 0
    for byte in bytes {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9, taken > 0 || digit > 0 else { continue }
      digits.multiply(by: 10, adding: UInt32(digit))
      taken += 1
      if taken == min(scanner.significantDigits, decisiveDigits) { break }
    }
    var exponent = scanner.exponent
    if taken < scanner.significantDigits {
      // What is left out is not zero; a digit in its place keeps the number between its neighbours.
      digits.multiply(by: 10, adding: 1)
      exponent += Int64(scanner.significantDigits - taken - 1)
    }
    return nearest(digits, exponent: exponent)
  }
}

extension Decimal {
  /// The nearest double; a tie goes to the even one.
  public var double: Double {
    let magnitude = Double.nearest(coefficient.magnitude, exponent: -Int64(scale))
    return isNegative ? -magnitude : magnitude
  }
}
