extension DecimalText {
  /// The nearest double, ties to even; infinity beyond the largest.
  var nearestDouble: Double {
    let magnitude = exactMagnitude ?? nearestMagnitude
    return isNegative ? -magnitude : magnitude
  }

  /// For short numbers: one operation on two exact doubles rounds once, hence rightly.
  private var exactMagnitude: Double? {
    guard digits.count <= 15, -22...22 ~= exponent else { return nil }
    var integer = 0.0
    for digit in digits { integer = integer * 10 + Double(digit) }
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? integer / power : integer * power
  }

  /// By division of natural numbers.
  private var nearestMagnitude: Double {
    let order = digits.count &+ exponent
    if digits.isEmpty || order < -330 { return 0 }
    if order > 310 { return .infinity }

    var numerator = Natural(digits: digits)
    var denominator = Natural(digits: [1])
    if exponent > 0 { numerator.multiply(byPowerOfTen: exponent) }
    if exponent < 0 { denominator.multiply(byPowerOfTen: 0 &- exponent) }

    // The value is (quotient + rest) × 2^power with 2^62 <= quotient < 2^64.
    let power = numerator.bitWidth &- denominator.bitWidth &- 63
    numerator.shiftLeft(by: max(0, 0 &- power))
    denominator.shiftLeft(by: max(0, power) &+ 63)
    var quotient: UInt64 = 0
    for _ in 0..<64 {
      quotient = quotient << 1 | (numerator.subtractIfPossible(denominator) ? 1 : 0)
      numerator.shiftLeft(by: 1)
    }

    // Off come the bits beyond the 53 of a double, and those below its least unit, 2^-1074.
    let width = UInt64.bitWidth &- quotient.leadingZeroBitCount
    let dropped = max(width &- 53, -1074 &- power)
    let half: UInt64 = dropped > 64 ? .max : 1 << UInt64(dropped &- 1)
    let rest = dropped > 63 ? quotient : quotient & (1 << UInt64(dropped) &- 1)
    var significand = quotient >> UInt64(dropped)
    if rest > half || rest == half && (!numerator.isZero || significand & 1 == 1) { significand &+= 1 }
    return Double(sign: .plus, exponent: power &+ dropped, significand: Double(significand))
  }
}

/// What `Double("1.5")` calls: the end of the number, or nil where there is none.
@c(_swift_stdlib_strtod_clocale) public func parseDouble(
  _ text: UnsafePointer<CChar>, _ result: UnsafeMutablePointer<Double>
) -> UnsafePointer<CChar>? {
  guard let number = DecimalText(text) else { return nil }
  result.pointee = number.nearestDouble
  return number.end
}
