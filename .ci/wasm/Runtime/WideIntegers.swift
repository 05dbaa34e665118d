/// A 128-bit integer as two words, for the functions behind `Int128` and `UInt128`.
///
/// Nothing here may use a 128-bit type, `multipliedFullWidth` or `dividingFullWidth`: the compiler would call
/// these very functions.
struct Wide {
  var low: UInt64
  var high: UInt64

  var isNegative: Bool { high >> 63 != 0 }
  var magnitude: Wide { isNegative ? negated : self }
  var negated: Wide { Wide(low: 0 &- low, high: ~high &+ (low == 0 ? 1 : 0)) }

  static func < (left: Wide, right: Wide) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }

  static func - (left: Wide, right: Wide) -> Wide {
    Wide(low: left.low &- right.low, high: left.high &- right.high &- (left.low < right.low ? 1 : 0))
  }

  /// The product modulo 2¹²⁸, from products of 32-bit halves.
  static func * (left: Wide, right: Wide) -> Wide {
    let (a, b) = (left.low >> 32, left.low & 0xFFFF_FFFF)
    let (c, d) = (right.low >> 32, right.low & 0xFFFF_FFFF)
    let bd = b &* d
    let middle = a &* d &+ (bd >> 32)
    let lower = b &* c &+ (middle & 0xFFFF_FFFF)
    let carried = a &* c &+ (middle >> 32) &+ (lower >> 32)
    return Wide(
      low: lower << 32 | bd & 0xFFFF_FFFF,
      high: carried &+ left.high &* right.low &+ left.low &* right.high)
  }

  static func << (value: Wide, count: UInt64) -> Wide {
    if count == 0 { return value }
    if count >= 64 { return Wide(low: 0, high: value.low &<< (count &- 64)) }
    return Wide(low: value.low &<< count, high: value.high &<< count | value.low &>> (64 &- count))
  }

  static func >> (value: Wide, count: UInt64) -> Wide {
    if count == 0 { return value }
    if count >= 64 { return Wide(low: value.high &>> (count &- 64), high: 0) }
    return Wide(low: value.low &>> count | value.high &<< (64 &- count), high: value.high &>> count)
  }

  var leadingZeroBitCount: UInt64 {
    UInt64(high != 0 ? high.leadingZeroBitCount : 64 &+ low.leadingZeroBitCount)
  }

  /// Unsigned quotient and remainder; zero and the dividend for a divisor of zero, which Swift never asks.
  func divided(by divisor: Wide) -> (quotient: Wide, remainder: Wide) {
    if divisor.high == 0 && divisor.low == 0 { return (Wide(low: 0, high: 0), self) }
    if high == 0 && divisor.high == 0 {
      return (Wide(low: low / divisor.low, high: 0), Wide(low: low % divisor.low, high: 0))
    }
    if divisor.high == 0 && divisor.low >> 32 == 0 { return divided(byHalfWord: divisor.low) }
    if self < divisor { return (Wide(low: 0, high: 0), self) }
    var quotient = Wide(low: 0, high: 0)
    var remainder = self
    var count = divisor.leadingZeroBitCount &- leadingZeroBitCount
    var shifted = divisor << count
    while true {
      quotient = quotient << 1
      if !(remainder < shifted) {
        remainder = remainder - shifted
        quotient.low |= 1
      }
      if count == 0 { return (quotient, remainder) }
      shifted = shifted >> 1
      count &-= 1
    }
  }

  /// By long division in digits of 32 bits; the powers of ten of short decimals come this way.
  private func divided(byHalfWord divisor: UInt64) -> (quotient: Wide, remainder: Wide) {
    let high1 = high >> 32
    let high0 = (high1 % divisor) << 32 | high & 0xFFFF_FFFF
    let low1 = (high0 % divisor) << 32 | low >> 32
    let low0 = (low1 % divisor) << 32 | low & 0xFFFF_FFFF
    let quotient = Wide(
      low: (low1 / divisor) << 32 | low0 / divisor, high: (high1 / divisor) << 32 | high0 / divisor)
    return (quotient, Wide(low: low0 % divisor, high: 0))
  }
}
