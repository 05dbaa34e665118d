/// A natural number of any size, for the rare steps that 128 bits can't hold.
///
/// Addition and comparison are linear, multiplication and division quadratic in the number of limbs; callers
/// bound the sizes (about 190 bits from decimals, 2,700 from doubles).
struct BigNatural: Sendable {
  /// The 32-bit limbs, lowest first; the last one is not zero, so zero has none.
  private(set) var limbs: [UInt32]

  init() { limbs = [] }

  init(_ value: UInt128) {
    limbs = []
    var rest = value
    while rest != 0 {
      limbs.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  /// Takes limbs, lowest first, and drops zeros at the top.
  init(limbs: [UInt32]) {
    self.limbs = limbs
    dropLeadingZeros()
  }

  var isZero: Bool { limbs.isEmpty }
  var isOdd: Bool { limbs.first.map { $0 & 1 == 1 } ?? false }

  /// The number of bits up to the highest one that is set.
  var bitWidth: Int {
    guard let top = limbs.last else { return 0 }
    return limbs.count * 32 - top.leadingZeroBitCount
  }

  /// The value, where it has at most 128 bits.
  var uint128: UInt128? {
    guard limbs.count <= 4 else { return nil }
    return limbs.reversed().reduce(into: UInt128(0)) { $0 = $0 << 32 | UInt128($1) }
  }

  /// How this number stands to another.
  func compared(to other: BigNatural) -> Ordering {
    if limbs.count != other.limbs.count { return Ordering(limbs.count, other.limbs.count) }
    for index in limbs.indices.reversed() where limbs[index] != other.limbs[index] {
      return Ordering(limbs[index], other.limbs[index])
    }
    return .equal
  }

  /// Multiplies by one limb and adds another.
  mutating func multiply(by factor: UInt32, adding addend: UInt32 = 0) {
    var carry = UInt64(addend)
    for index in limbs.indices {
      carry += UInt64(limbs[index]) * UInt64(factor)
      limbs[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
    dropLeadingZeros()
  }

  /// Multiplies by 10 to the power of `exponent`, which is not negative.
  mutating func multiply(byPowerOfTen exponent: Int) {
    var rest = exponent
    while rest >= 9 {
      multiply(by: 1_000_000_000)
      rest -= 9
    }
    if rest > 0 { multiply(by: UInt32(PowersOfTen.uint64(rest))) }
  }

  static func * (left: BigNatural, right: BigNatural) -> BigNatural {
    guard !left.isZero, !right.isZero else { return BigNatural() }
    var product = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (leftIndex, leftLimb) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (rightIndex, rightLimb) in right.limbs.enumerated() {
        carry += UInt64(leftLimb) * UInt64(rightLimb) + UInt64(product[leftIndex + rightIndex])
        product[leftIndex + rightIndex] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      product[leftIndex + right.limbs.count] = UInt32(carry)
    }
    return BigNatural(limbs: product)
  }

  static func + (left: BigNatural, right: BigNatural) -> BigNatural {
    let (long, short) = left.limbs.count >= right.limbs.count ? (left, right) : (right, left)
    var sum = long.limbs
    var carry: UInt64 = 0
    for index in sum.indices {
      carry += UInt64(sum[index]) + (index < short.limbs.count ? UInt64(short.limbs[index]) : 0)
      sum[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { sum.append(UInt32(carry)) }
    return BigNatural(limbs: sum)
  }

  /// The distance between two numbers.
  static func distance(_ left: BigNatural, _ right: BigNatural) -> BigNatural {
    let (large, small) = left.compared(to: right) == .less ? (right, left) : (left, right)
    var difference = large.limbs
    var borrow: Int64 = 0
    for index in difference.indices {
      let lower = index < small.limbs.count ? Int64(small.limbs[index]) : 0
      borrow += Int64(difference[index]) - lower
      difference[index] = UInt32(truncatingIfNeeded: borrow)
      borrow >>= 32
    }
    return BigNatural(limbs: difference)
  }

  mutating func dropLeadingZeros() {
    while limbs.last == 0 { limbs.removeLast() }
  }

  /// Replaces the limbs in place: the door for the file of divisions and shifts.
  mutating func withLimbs(_ change: (inout [UInt32]) -> Void) {
    change(&limbs)
    dropLeadingZeros()
  }
}
