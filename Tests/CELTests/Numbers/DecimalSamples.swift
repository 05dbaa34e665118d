import CEL

/// Random decimals that crowd the edges: powers of 2, 5 and 10, the ends of 64 and 127 bits, every scale.
struct DecimalSamples {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func coefficient() -> Int128 {
    let magnitude: Int128
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: magnitude = Int128(Int.random(in: 0...20, using: &generator))
    case 1: magnitude = power(of: 10, upTo: 37)
    case 2: magnitude = power(of: 5, upTo: 53)
    case 3: magnitude = power(of: 2, upTo: 125)
    case 4: magnitude = .max - Int128(Int.random(in: 0...20, using: &generator))
    case 5: magnitude = Int128(Int64.max) + Int128(Int.random(in: -3...3, using: &generator))
    default:
      let bits = Int128.random(in: 0...(.max), using: &generator)
      magnitude = bits >> Int128(Int.random(in: 0...126, using: &generator))
    }
    return Bool.random(using: &generator) ? magnitude : -magnitude
  }

  mutating func next() -> Decimal {
    let scale = Int.random(in: 0...Decimal.maximumScale, using: &generator)
    return Decimal(coefficient: coefficient(), scale: scale) ?? .zero
  }

  private mutating func power(of base: Int128, upTo exponent: Int) -> Int128 {
    let exponent = Int.random(in: 0...exponent, using: &generator)
    let power = (0..<exponent).reduce(Int128(1)) { product, _ in product * base }
    return power + Int128(Int.random(in: -1...1, using: &generator))
  }
}

extension Decimal {
  /// The number in units of 10⁻¹⁸.
  var slow: SlowInteger { SlowInteger(coefficient).shifted(by: Decimal.maximumScale - scale) }
}

extension SlowInteger {
  /// Whether a decimal can hold this number of units of 10^-scale: shift zeros off, then look at size and scale.
  func fitsDecimal(scale: Int) -> Bool {
    var (rest, scale) = (self, scale)
    while scale > 0, rest.digits.first ?? 0 == 0 {
      rest = SlowInteger(String(rest.text.dropLast()))
      scale -= 1
    }
    return scale <= Decimal.maximumScale && rest.magnitude <= SlowInteger(Int128.max)
  }
}
