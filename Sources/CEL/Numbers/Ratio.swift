/// The exact quotient of two decimals, compared by cross-multiplication and never rounded.
///
/// Keeps the two numbers as they were given, so that 9 of 60 can be shown as such. A class, so that a value of the
/// expression language spends one word on it.
public final class Ratio: Sendable {
  /// The dividend, with the sign of the quotient.
  public let numerator: Decimal
  /// The divisor; above zero.
  public let denominator: Decimal

  /// Where the denominator is negative, both signs are exchanged.
  ///
  /// - Throws: `divisionByZero`.
  public init(_ numerator: Decimal, _ denominator: Decimal) throws(ArithmeticError) {
    guard !denominator.isZero else { throw .divisionByZero }
    self.numerator = denominator.isNegative ? -numerator : numerator
    self.denominator = denominator.magnitude
  }

  /// The quotient, rounded half-even at 18 decimal places.
  ///
  /// - Throws: `overflow` where the rounded quotient doesn't fit a `Decimal`.
  public func decimal() throws(ArithmeticError) -> Decimal { try numerator / denominator }

  /// The quotient, where a `Decimal` holds it exactly.
  public var exactDecimal: Decimal? { subtracting(.zero) }

  /// This ratio less a decimal, where a `Decimal` holds the difference exactly.
  public func subtracting(_ subtrahend: Decimal) -> Decimal? {
    // n/10^a / (d/10^b) − s/10^c, over the common denominator d·10^(a+c).
    var dividend = numerator.wideMagnitude
    dividend.multiply(byPowerOfTen: denominator.scale + subtrahend.scale)
    var share = subtrahend.wideMagnitude * denominator.wideMagnitude
    share.multiply(byPowerOfTen: numerator.scale)
    let isSum = numerator.isNegative != subtrahend.isNegative
    let negative =
      isSum || dividend.compared(to: share) != .less
      ? numerator.isNegative : !numerator.isNegative
    var difference = isSum ? dividend + share : .distance(dividend, share)
    difference.multiply(byPowerOfTen: Decimal.maximumScale)
    var divisor = denominator.wideMagnitude
    divisor.multiply(byPowerOfTen: numerator.scale + subtrahend.scale)
    let (quotient, remainder) = difference.quotientAndRemainder(dividingBy: divisor)
    guard remainder.isZero else { return nil }
    return try? Decimal.exact(quotient, scale: Decimal.maximumScale, negative: negative)
  }
}
