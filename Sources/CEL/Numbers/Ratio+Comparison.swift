extension Ratio: Comparable {
  public static func == (left: Ratio, right: Ratio) -> Bool { left.compared(to: right) == .equal }
  public static func < (left: Ratio, right: Ratio) -> Bool { left.compared(to: right) == .less }

  /// How this ratio stands to another, exactly.
  public func compared(to other: Ratio) -> Ordering {
    Self.compare(numerator, times: other.denominator, with: other.numerator, times: denominator)
  }

  /// How this ratio stands to a decimal, exactly; integers compare as decimals.
  public func compared(to other: Decimal) -> Ordering {
    Self.compare(numerator, times: .one, with: other, times: denominator)
  }

  /// Compares two products, the second factor of each above zero.
  private static func compare(
    _ left: Decimal, times leftFactor: Decimal, with right: Decimal, times rightFactor: Decimal
  ) -> Ordering {
    if left.isNegative != right.isNegative { return left.isNegative ? .less : .greater }
    let leftScale = left.scale + leftFactor.scale
    let rightScale = right.scale + rightFactor.scale
    let leftShift = max(rightScale - leftScale, 0)
    let rightShift = max(leftScale - rightScale, 0)
    if let leftUnits = units(left, leftFactor, shift: leftShift),
      let rightUnits = units(right, rightFactor, shift: rightShift)
    {
      return Ordering(leftUnits, rightUnits)
    }
    var leftWide = left.wideMagnitude * leftFactor.wideMagnitude
    leftWide.multiply(byPowerOfTen: leftShift)
    var rightWide = right.wideMagnitude * rightFactor.wideMagnitude
    rightWide.multiply(byPowerOfTen: rightShift)
    let ordering = leftWide.compared(to: rightWide)
    return left.isNegative ? ordering.reversed : ordering
  }

  /// The product of two coefficients and a power of ten, where 128 bits hold it.
  private static func units(_ left: Decimal, _ right: Decimal, shift: Int) -> Int128? {
    let (product, overflow) = left.coefficient.multipliedReportingOverflow(by: right.coefficient)
    guard !overflow else { return nil }
    if shift == 0 { return product }
    let (units, shiftOverflow) = product.multipliedReportingOverflow(by: PowersOfTen.int128(shift))
    return shiftOverflow ? nil : units
  }
}

extension Ratio: Hashable {
  /// Equal ratios, and a ratio and the decimal that it equals, have equal hashes.
  public func hash(into hasher: inout Hasher) {
    // The rounded quotient depends on the number alone; where even that doesn't fit, all share one hash.
    if let rounded = try? decimal() { hasher.combine(rounded) } else { hasher.combine(UInt8(0)) }
  }
}
