/// Exact arithmetic: a result that a `Decimal` can't hold is an error, never a rounded or wrapped number.
extension Decimal {
  /// - Throws: `overflow`.
  public static func + (left: Decimal, right: Decimal) throws(ArithmeticError) -> Decimal {
    let scale = max(left.scale, right.scale)
    if let (leftUnits, rightUnits) = aligned(left, right) {
      return Decimal(uncheckedCoefficient: leftUnits &+ rightUnits, scale: scale)
    }
    let (leftUnits, leftOverflow) = left.units(at: scale)
    let (rightUnits, rightOverflow) = right.units(at: scale)
    let (sum, overflow) = leftUnits.addingReportingOverflow(rightUnits)
    if !leftOverflow, !rightOverflow, !overflow, sum != .min {
      return Decimal(uncheckedCoefficient: sum, scale: scale)
    }
    return try wideSum(left, right, scale: scale)
  }

  /// - Throws: `overflow`.
  public static func - (left: Decimal, right: Decimal) throws(ArithmeticError) -> Decimal {
    try left + -right
  }

  /// - Throws: `overflow`, also where the exact product has more than 18 decimal places.
  public static func * (left: Decimal, right: Decimal) throws(ArithmeticError) -> Decimal {
    let scale = left.scale + right.scale
    if scale <= maximumScale {
      if let small = left.smallCoefficient, let factor = right.smallCoefficient {
        let product = small.multipliedFullWidth(by: factor)
        return Decimal(
          uncheckedCoefficient: Int128(product.high) << 64 | Int128(product.low), scale: scale)
      }
      let (product, overflow) = left.coefficient.multipliedReportingOverflow(by: right.coefficient)
      if !overflow, product != .min { return Decimal(uncheckedCoefficient: product, scale: scale) }
    }
    let magnitude = left.wideMagnitude * right.wideMagnitude
    return try exact(magnitude, scale: scale, negative: left.isNegative != right.isNegative)
  }

  /// The quotient, rounded half-even at 18 decimal places.
  ///
  /// - Throws: `divisionByZero`; `overflow` where the rounded quotient doesn't fit.
  public static func / (left: Decimal, right: Decimal) throws(ArithmeticError) -> Decimal {
    guard !right.isZero else { throw .divisionByZero }
    let shift = maximumScale + right.scale - left.scale
    let (dividend, overflow) = left.coefficient.multipliedReportingOverflow(
      by: PowersOfTen.int128(shift))
    guard !overflow, dividend != .min else { return try wideQuotient(left, right, shift: shift) }
    let quotient = dividend.dividing(by: right.coefficient, rounding: .halfEven)
    return Decimal(uncheckedCoefficient: quotient, scale: maximumScale).normalized
  }

  /// The coefficient at a scale that is not smaller than the stored one.
  private func units(at scale: Int) -> (Int128, overflow: Bool) {
    if scale == self.scale { return (coefficient, false) }
    let (units, overflow) = coefficient.multipliedReportingOverflow(
      by: PowersOfTen.int128(scale - self.scale))
    return (units, overflow)
  }
}

/// The way around where 128 bits can't hold a step although they may hold the result.
extension Decimal {
  var wideMagnitude: BigNatural { BigNatural(coefficient.magnitude) }

  private static func wideSum(
    _ left: Decimal, _ right: Decimal, scale: Int
  ) throws(ArithmeticError) -> Decimal {
    var (leftUnits, rightUnits) = (left.wideMagnitude, right.wideMagnitude)
    leftUnits.multiply(byPowerOfTen: scale - left.scale)
    rightUnits.multiply(byPowerOfTen: scale - right.scale)
    if left.isNegative == right.isNegative {
      return try exact(leftUnits + rightUnits, scale: scale, negative: left.isNegative)
    }
    let negative = leftUnits.compared(to: rightUnits) == .greater ? left.isNegative : right.isNegative
    return try exact(.distance(leftUnits, rightUnits), scale: scale, negative: negative)
  }

  private static func wideQuotient(
    _ left: Decimal, _ right: Decimal, shift: Int
  ) throws(ArithmeticError) -> Decimal {
    var dividend = left.wideMagnitude
    dividend.multiply(byPowerOfTen: shift)
    return try rounded(
      dividend, over: right.wideMagnitude, negative: left.isNegative != right.isNegative)
  }

  /// `dividend / divisor` in units of 10⁻¹⁸, rounded half-even.
  static func rounded(
    _ dividend: BigNatural, over divisor: BigNatural, negative: Bool
  ) throws(ArithmeticError) -> Decimal {
    var (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    if !remainder.isZero {
      let half = (remainder << 1).compared(to: divisor)
      if RoundingMode.halfEven.increments(odd: quotient.isOdd, remainder: half, negative: negative) {
        quotient = quotient + BigNatural(1)
      }
    }
    return try exact(quotient, scale: maximumScale, negative: negative)
  }

  /// The number `magnitude / 10^scale`, for any scale from 0.
  ///
  /// - Throws: `overflow` where no coefficient of 127 bits and scale of 18 holds it exactly.
  static func exact(
    _ magnitude: BigNatural, scale: Int, negative: Bool
  ) throws(ArithmeticError) -> Decimal {
    var (rest, scale) = (magnitude, scale)
    while scale > 0, scale > maximumScale || rest.bitWidth > 127 {
      guard rest.divide(by: 10) == 0 else { throw .overflow }
      scale -= 1
    }
    guard rest.bitWidth <= 127, let units = rest.uint128 else { throw .overflow }
    let coefficient = Int128(truncatingIfNeeded: units)
    return Decimal(uncheckedCoefficient: negative ? 0 &- coefficient : coefficient, scale: scale)
  }
}

extension Int128 {
  /// The quotient, rounded to a whole number; neither number is `Int128.min`, the divisor is not zero.
  func dividing(by divisor: Int128, rounding mode: RoundingMode) -> Int128 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    guard remainder != 0 else { return quotient }
    let negative = (self < 0) != (divisor < 0)
    let half = Ordering(remainder.magnitude << 1, divisor.magnitude)
    let increments = mode.increments(odd: quotient & 1 == 1, remainder: half, negative: negative)
    return increments ? (negative ? quotient - 1 : quotient + 1) : quotient
  }
}
