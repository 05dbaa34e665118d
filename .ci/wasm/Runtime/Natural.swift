/// A natural number of any length, as little as exact rounding needs.
struct Natural {
  /// Least significant first; the last is not zero.
  private var limbs: [UInt32] = []

  init(digits: [UInt8]) {
    for digit in digits { multiply(by: 10, adding: UInt32(digit)) }
  }

  var bitWidth: Int {
    guard let last = limbs.last else { return 0 }
    return limbs.count &* 32 &- last.leadingZeroBitCount
  }

  var isZero: Bool { limbs.isEmpty }

  mutating func multiply(by factor: UInt32, adding summand: UInt32 = 0) {
    var carry = UInt64(summand)
    for index in limbs.indices {
      carry &+= UInt64(limbs[index]) &* UInt64(factor)
      limbs[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry != 0 { limbs.append(UInt32(truncatingIfNeeded: carry)) }
  }

  mutating func multiply(byPowerOfTen exponent: Int) {
    for _ in 0..<exponent / 9 { multiply(by: 1_000_000_000) }
    for _ in 0..<exponent % 9 { multiply(by: 10) }
  }

  mutating func shiftLeft(by count: Int) {
    guard !isZero else { return }
    multiply(by: 1 << UInt32(count % 32))
    limbs.insert(contentsOf: repeatElement(0, count: count / 32), at: 0)
  }

  /// Takes `other` away where it is not larger, and says whether it did.
  mutating func subtractIfPossible(_ other: Natural) -> Bool {
    guard !isLess(than: other) else { return false }
    var borrow: UInt64 = 0
    for index in limbs.indices {
      let taken = UInt64(index < other.limbs.count ? other.limbs[index] : 0) &+ borrow
      let difference = UInt64(limbs[index]) &- taken
      limbs[index] = UInt32(truncatingIfNeeded: difference)
      borrow = difference >> 63
    }
    while limbs.last == 0 { limbs.removeLast() }
    return true
  }

  private func isLess(than other: Natural) -> Bool {
    guard limbs.count == other.limbs.count else { return limbs.count < other.limbs.count }
    var index = limbs.count
    while index > 0 {
      index &-= 1
      if limbs[index] != other.limbs[index] { return limbs[index] < other.limbs[index] }
    }
    return false
  }
}
