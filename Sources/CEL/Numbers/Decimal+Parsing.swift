import JSON

extension Decimal {
  /// Reads decimal text such as `-12.50`, `.5` or `1.2e-3`.
  ///
  /// Linear in the length of the text, whatever the exponent says.
  public init(_ text: Text, limits: DecimalLimits = .all) throws(DecimalParseError) {
    try self.init(text.utf8.span, limits: limits)
  }

  /// Reads decimal text; see `init(_:limits:)` of `Text`.
  public init(_ bytes: Span<UInt8>, limits: DecimalLimits = .all) throws(DecimalParseError) {
    if let plain = Self.plain(bytes, limits: limits) {
      self = plain
      return
    }
    var scanner = DecimalScanner()
    guard scanner.scan(bytes) else { throw .notANumber }
    guard scanner.significantDigits > 0 else {
      self = .zero
      return
    }
    let integerZeros = max(scanner.exponent, 0)
    guard Int64(scanner.significantDigits) + integerZeros <= Int64(min(limits.digits, 39)) else {
      throw .tooManyDigits
    }
    guard -scanner.exponent <= Int64(limits.scale) else { throw .tooManyDecimals }
    guard let digits = scanner.coefficient else { throw .tooManyDigits }
    let (units, overflow) = digits.multipliedReportingOverflow(
      by: PowersOfTen.uint128(Int(integerZeros)))
    guard !overflow, let magnitude = Int128(exactly: units) else { throw .tooManyDigits }
    self.init(
      uncheckedCoefficient: scanner.isNegative ? 0 &- magnitude : magnitude,
      scale: Int(max(-scanner.exponent, 0)))
  }

  /// A number of up to 18 digits without exponent, which is what nearly all texts hold; nil where it is none, or
  /// where only a closer look can tell whether it keeps the limits.
  private static func plain(_ bytes: Span<UInt8>, limits: DecimalLimits) -> Decimal? {
    guard bytes.count > 0 else { return nil }
    let isNegative = bytes[0] == UInt8(ascii: "-")
    var units: Int64 = 0
    var digits = 0
    var point = -1
    for index in (isNegative ? 1 : 0)..<bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        digits += 1
        guard digits <= 18 else { return nil }
        units = units &* 10 &+ Int64(digit)
      } else if bytes[index] == UInt8(ascii: "."), point < 0 {
        point = digits
      } else {
        return nil
      }
    }
    let scale = point < 0 ? 0 : digits - point
    guard digits > 0, point != digits, digits <= limits.digits, scale <= limits.scale else { return nil }
    return Decimal(uncheckedCoefficient: Int128(isNegative ? -units : units), scale: scale)
  }
}
