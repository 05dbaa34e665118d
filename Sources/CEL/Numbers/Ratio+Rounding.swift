extension Ratio {
  /// The quotient rounded once, from its exact value, to a number of decimal places.
  ///
  /// - Parameter places: 0 … 18; less counts as 0, more as 18.
  /// - Throws: `overflow` where the rounded quotient doesn't fit a `Decimal`.
  public func rounded(_ mode: RoundingMode, places: Int) throws(ArithmeticError) -> Decimal {
    let places = min(max(places, 0), Decimal.maximumScale)
    // n/10^a / (d/10^b) in units of 10^-places: n·10^(b+places) over d·10^a.
    var dividend = numerator.wideMagnitude
    dividend.multiply(byPowerOfTen: denominator.scale + places)
    var divisor = denominator.wideMagnitude
    divisor.multiply(byPowerOfTen: numerator.scale)
    var (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    if !remainder.isZero {
      let half = (remainder << 1).compared(to: divisor)
      if mode.increments(odd: quotient.isOdd, remainder: half, negative: numerator.isNegative) {
        quotient = quotient + BigNatural(1)
      }
    }
    return try Decimal.exact(quotient, scale: places, negative: numerator.isNegative)
  }
}
