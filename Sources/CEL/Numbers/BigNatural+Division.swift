extension BigNatural {
  /// Divides by one limb, which is not zero, and returns the remainder.
  mutating func divide(by divisor: UInt32) -> UInt32 {
    var remainder: UInt64 = 0
    withLimbs { limbs in
      for index in limbs.indices.reversed() {
        remainder = remainder << 32 | UInt64(limbs[index])
        limbs[index] = UInt32(remainder / UInt64(divisor))
        remainder %= UInt64(divisor)
      }
    }
    return UInt32(remainder)
  }

  static func << (value: BigNatural, count: Int) -> BigNatural {
    guard !value.isZero else { return value }
    let shift = UInt64(count % 32)
    var shifted = [UInt32](repeating: 0, count: count / 32)
    var carry: UInt64 = 0
    for limb in value.limbs {
      carry |= UInt64(limb) << shift
      shifted.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    shifted.append(UInt32(carry))
    return BigNatural(limbs: shifted)
  }

  static func >> (value: BigNatural, count: Int) -> BigNatural {
    let dropped = count / 32
    guard dropped < value.limbs.count else { return BigNatural() }
    let shift = UInt64(count % 32)
    var shifted: [UInt32] = []
    for index in dropped..<value.limbs.count {
      let high = index + 1 < value.limbs.count ? UInt64(value.limbs[index + 1]) : 0
      shifted.append(UInt32(truncatingIfNeeded: (high << 32 | UInt64(value.limbs[index])) >> shift))
    }
    return BigNatural(limbs: shifted)
  }

  /// Whether a bit below position `count` is set.
  func hasBits(below count: Int) -> Bool {
    let whole = min(count / 32, limbs.count)
    if limbs[..<whole].contains(where: { $0 != 0 }) { return true }
    guard whole < limbs.count, whole == count / 32 else { return false }
    return limbs[whole] & ((1 << UInt32(count % 32)) - 1) != 0
  }

  /// Divides with remainder, by long division of 32-bit digits (Knuth, TAOCP 4.3.1, algorithm D).
  ///
  /// - Parameter divisor: not zero.
  func quotientAndRemainder(dividingBy divisor: BigNatural) -> (
    quotient: BigNatural, remainder: BigNatural
  ) {
    guard compared(to: divisor) != .less else { return (BigNatural(), self) }
    if divisor.limbs.count == 1 {
      var quotient = self
      let remainder = quotient.divide(by: divisor.limbs[0])
      return (quotient, BigNatural(UInt128(remainder)))
    }
    // Normalising makes the top digit of the divisor at least half the base, so each guess is off by two at most.
    let shift = divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount
    let lower = (divisor << shift).limbs
    var upper = (self << shift).limbs
    while upper.count <= limbs.count { upper.append(0) }
    let length = lower.count
    var quotient = [UInt32](repeating: 0, count: upper.count - length)
    for position in quotient.indices.reversed() {
      let head = UInt64(upper[position + length]) << 32 | UInt64(upper[position + length - 1])
      let top = UInt64(lower[length - 1])
      var guess = head / top
      var rest = head % top
      while guess >> 32 != 0
        || guess * UInt64(lower[length - 2]) > rest << 32 | UInt64(upper[position + length - 2])
      {
        guess -= 1
        rest += top
        if rest >> 32 != 0 { break }
      }
      if Self.subtract(guess, times: lower, from: &upper, at: position) {
        guess -= 1
        Self.add(lower, to: &upper, at: position)
      }
      quotient[position] = UInt32(guess)
    }
    return (BigNatural(limbs: quotient), BigNatural(limbs: upper) >> shift)
  }

  /// Takes `guess × lower` from the digits of `upper` at `position`; true where that went below zero.
  private static func subtract(
    _ guess: UInt64, times lower: [UInt32], from upper: inout [UInt32], at position: Int
  ) -> Bool {
    var carry: UInt64 = 0
    var borrow: Int64 = 0
    for index in lower.indices {
      carry += guess * UInt64(lower[index])
      borrow += Int64(upper[position + index]) - Int64(carry & 0xFFFF_FFFF)
      upper[position + index] = UInt32(truncatingIfNeeded: borrow)
      carry >>= 32
      borrow >>= 32
    }
    borrow += Int64(upper[position + lower.count]) - Int64(carry)
    upper[position + lower.count] = UInt32(truncatingIfNeeded: borrow)
    return borrow < 0
  }

  /// Adds `lower` back to the digits of `upper` at `position`, dropping the carry.
  private static func add(_ lower: [UInt32], to upper: inout [UInt32], at position: Int) {
    var carry: UInt64 = 0
    for index in lower.indices {
      carry += UInt64(upper[position + index]) + UInt64(lower[index])
      upper[position + index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    upper[position + lower.count] &+= UInt32(carry)
  }
}
