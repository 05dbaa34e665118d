/// Finds where strings end and whether their bytes are well-formed UTF-8.
enum StringScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that ends a run of plain text: quote, backslash, control character.
  ///
  /// Only the lowest bit set is certain: borrows may raise bits above it.
  @inline(__always)
  static func stops(in word: UInt64) -> UInt64 {
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    return ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word)
      & highBits
  }

  /// The closing quote of a string without escapes; nil where it holds one, a control character or ill-formed UTF-8.
  ///
  /// - Parameter start: behind the opening quote.
  @inline(__always)
  static func end(of start: Place) -> Place? {
    var place = start
    var seen = SIMD16<UInt8>()
    while true {
      let block = place.block
      let found =
        equal(block, 0x22) | equal(block, 0x5C) | unsafeBitCast(block .< all(0x20), to: SIMD16<UInt8>.self)
      let stops = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      seen |= block
      guard stops[0] | stops[1] != 0 else {
        place += 16
        continue
      }
      let bits = stops[0] != 0 ? stops[0].trailingZeroBitCount : 64 &+ stops[1].trailingZeroBitCount
      place += bits &>> 3
      guard place.pointee == UInt8(ascii: "\"") else { return nil }
      // What stands behind the quote is seen, too: at worst, plain bytes are looked at once more.
      let high = unsafeBitCast(seen, to: SIMD2<UInt64>.self)
      if (high[0] | high[1]) & highBits != 0, !isWellFormed(from: start, to: place) { return nil }
      return place
    }
  }

  /// True where the bytes between an opening and a closing quote are well-formed UTF-8 by table 3-7 of the Unicode
  /// standard.
  ///
  /// Sixteen bytes at a time, each with the three before it; what follows the closing quote is looked at too and can
  /// only make the answer false.
  @inline(never)
  static func isWellFormed(from start: Place, to end: Place) -> Bool {
    var place = start
    var wrong = SIMD16<UInt8>()
    while place <= end {
      let byte = place.block
      let first = (place - 1).block
      let second = (place - 2).block
      let third = (place - 3).block
      // A byte continues a sequence exactly where one of those before it begins one that is long enough.
      let continues = equal(byte & all(0xC0), 0x80)
      let wanted = least(first, 0xC0) | least(second, 0xE0) | least(third, 0xF0)
      wrong |= continues ^ wanted
      wrong |= equal(byte & all(0xFE), 0xC0) | least(byte, 0xF5)
      // Some first bytes narrow what the second may be: no overlong form, no surrogate, nothing beyond U+10FFFF.
      let lowest = equal(first, 0xE0) & all(0xA0) | equal(first, 0xF0) & all(0x90)
      let highest = ~(equal(first, 0xED) & all(0x60) | equal(first, 0xF4) & all(0x70))
      wrong |= unsafeBitCast(byte .< lowest, to: SIMD16<UInt8>.self)
      wrong |= unsafeBitCast(byte .> highest, to: SIMD16<UInt8>.self)
      place += 16
    }
    let halves = unsafeBitCast(wrong, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] == 0
  }

  // Between two vectors a comparison is one or two instructions; with a scalar it is a loop.

  /// All ones in each byte that equals another.
  @inline(__always)
  private static func equal(_ bytes: SIMD16<UInt8>, _ byte: UInt8) -> SIMD16<UInt8> {
    unsafeBitCast(bytes .== all(byte), to: SIMD16<UInt8>.self)
  }

  /// All ones in each byte that is not less than another.
  @inline(__always)
  private static func least(_ bytes: SIMD16<UInt8>, _ byte: UInt8) -> SIMD16<UInt8> {
    unsafeBitCast(bytes .>= all(byte), to: SIMD16<UInt8>.self)
  }

  @inline(__always)
  private static func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
}
