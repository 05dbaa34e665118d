extension Double {
  /// The double nearest to `digits × 10^exponent`, with ties to even; infinity where that is too large.
  static func nearest(_ digits: UInt128, exponent: Int64) -> Double {
    // Both are exact, and so the one operation rounds correctly (Clinger, "How to read floating point numbers
    // accurately").
    if digits < 1 << 53, -19...19 ~= exponent {
      let power = Double(PowersOfTen.uint64(Int(exponent.magnitude)))
      let exact = Double(UInt64(truncatingIfNeeded: digits))
      return exponent < 0 ? exact / power : exact * power
    }
    return nearest(BigNatural(digits), exponent: exponent)
  }

  /// The double nearest to `digits × 10^exponent`, with ties to even; infinity where that is too large.
  static func nearest(_ digits: BigNatural, exponent: Int64) -> Double {
    guard !digits.isZero else { return 0 }
    // A number of n bits has between n·0.301 − 1 and n·0.301 + 1 decimal digits.
    let leading = Int64(digits.bitWidth) * 30_103 / 100_000 + exponent
    if leading > 312 { return .infinity }
    if leading < -330 { return 0 }
    if exponent >= 0 {
      var integer = digits
      integer.multiply(byPowerOfTen: Int(exponent))
      return rounding(integer, exponent: 0, hasRest: false)
    }
    var divisor = BigNatural(1)
    divisor.multiply(byPowerOfTen: Int(-exponent))
    // At least 64 bits of quotient, so that what is rounded away is never all of the remainder.
    let shift = max(divisor.bitWidth - digits.bitWidth + 65, 0)
    let (quotient, remainder) = (digits << shift).quotientAndRemainder(dividingBy: divisor)
    return rounding(quotient, exponent: -shift, hasRest: !remainder.isZero)
  }

  /// The double nearest to `(integer + rest) × 2^exponent`, where the rest is in 0 ..< 1.
  private static func rounding(_ integer: BigNatural, exponent: Int, hasRest: Bool) -> Double {
    let top = integer.bitWidth - 1 + exponent
    if top > 1023 { return .infinity }
    let precision = top >= -1022 ? 53 : top + 1075
    if precision < 0 { return 0 }
    let dropped = integer.bitWidth - precision
    var kept: UInt64
    if dropped <= 0 {
      kept = UInt64(truncatingIfNeeded: (integer << -dropped).uint128 ?? 0)
    } else {
      kept = UInt64(truncatingIfNeeded: (integer >> dropped).uint128 ?? 0)
      let half = (integer >> (dropped - 1)).isOdd
      let rest = hasRest || integer.hasBits(below: dropped - 1)
      if half, rest || kept & 1 == 1 { kept += 1 }
    }
    // A carry out of the significand moves into the exponent, up to infinity, as the format intends.
    if top < -1022 { return Double(bitPattern: kept) }
    return Double(bitPattern: UInt64(top + 1022) << 52 + kept)
  }
}
