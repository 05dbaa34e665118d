/// Powers of ten in the widths that the number types compute with.
enum PowersOfTen {
  /// 10⁰ … 10¹⁹, all that fit 64 bits.
  private static let small: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// 10 to the power of `exponent`, which is 0 … 19.
  static func uint64(_ exponent: Int) -> UInt64 { small[exponent] }

  /// 10 to the power of `exponent`, which is 0 … 38.
  static func uint128(_ exponent: Int) -> UInt128 {
    exponent <= 19
      ? UInt128(small[exponent]) : UInt128(small[19]) &* UInt128(small[exponent - 19])
  }

  /// 10 to the power of `exponent`, which is 0 … 38.
  static func int128(_ exponent: Int) -> Int128 { Int128(truncatingIfNeeded: uint128(exponent)) }
}
