extension Decimal {
  /// The number with at most `places` decimal places; can't fail.
  ///
  /// - Parameter places: below 0 counts as 0; where the number has no more places, it stays as it is.
  public func rounded(_ mode: RoundingMode, places: Int) -> Decimal {
    let places = max(places, 0)
    guard scale > places else { return self }
    let divisor = PowersOfTen.int128(scale - places)
    return Decimal(
      uncheckedCoefficient: coefficient.dividing(by: divisor, rounding: mode), scale: places)
  }

  /// The whole part, towards zero.
  public var truncated: Decimal { rounded(.down, places: 0) }

  /// True where the number has no fraction.
  public var isInteger: Bool {
    scale == 0 || coefficient % PowersOfTen.int128(scale) == 0
  }

  /// The number as a 64-bit integer, where it is one exactly.
  public var int64: Int64? { isInteger ? Int64(exactly: truncated.coefficient) : nil }

  /// The number as an unsigned 64-bit integer, where it is one exactly.
  public var uint64: UInt64? { isInteger ? UInt64(exactly: truncated.coefficient) : nil }
}
