import JSON

/// Reads the value of an integer token.
enum IntegerDecoder {
  /// - Parameter token: of kind `int` or `uint`.
  /// - Returns: nil where the value is out of the range of its type.
  static func literal(_ token: Token, isNegative: Bool, in bytes: [UInt8]) -> Literal? {
    let end = token.kind == .uint ? token.end - 1 : token.end
    guard let magnitude = magnitude(bytes[token.start..<end]) else { return nil }
    if token.kind == .uint { return .uint(magnitude) }
    guard isNegative else { return Int64(exactly: magnitude).map { .int($0) } }
    guard magnitude <= Int64.min.magnitude else { return nil }
    return .int(Int64(truncatingIfNeeded: 0 &- magnitude))
  }

  /// The value of digits in decimal, or in hexadecimal behind `0x`; nil beyond 64 bits.
  private static func magnitude(_ digits: ArraySlice<UInt8>) -> UInt64? {
    let isHexadecimal = digits.count > 2 && digits[digits.startIndex + 1] == UInt8(ascii: "x")
    let radix: UInt64 = isHexadecimal ? 16 : 10
    var value: UInt64 = 0
    for byte in isHexadecimal ? digits.dropFirst(2) : digits {
      guard let digit = byte.hexadecimalValue else { return nil }
      let (shifted, isTooLarge) = value.multipliedReportingOverflow(by: radix)
      let (sum, overflow) = shifted.addingReportingOverflow(UInt64(digit))
      guard !isTooLarge, !overflow else { return nil }
      value = sum
    }
    return value
  }
}
