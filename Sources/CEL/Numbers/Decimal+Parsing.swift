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
}
