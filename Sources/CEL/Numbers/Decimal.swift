/// An exact decimal number: a signed coefficient over a power of ten.
///
/// The coefficient has up to 127 bits (38 whole digits), the scale is 0 … 18 decimal places. Equality, hash and
/// order are those of the number, so 1.0 equals 1.00; what `+ - * /` give depends on the numbers only, never on
/// how many zeros were written.
public struct Decimal: Sendable {
  // Two halves instead of an `Int128` keep the alignment at 8 bytes, so an enum with this payload stays small.
  private let high: Int64
  private let low: UInt64
  private let places: UInt8

  /// The largest number of decimal places.
  public static let maximumScale = 18

  public static let zero = Decimal(0 as Int64)
  public static let one = Decimal(1 as Int64)

  /// - Parameters:
  ///   - coefficient: any value but `Int128.min`, so that negation always has a result.
  ///   - scale: 0 … 18.
  init(uncheckedCoefficient coefficient: Int128, scale: Int) {
    high = Int64(truncatingIfNeeded: coefficient >> 64)
    low = UInt64(truncatingIfNeeded: coefficient)
    places = UInt8(truncatingIfNeeded: scale)
  }

  /// A number from its parts; nil where the scale is outside 0 … 18 or the coefficient is `Int128.min`.
  public init?(coefficient: Int128, scale: Int) {
    guard 0...Self.maximumScale ~= scale, coefficient != .min else { return nil }
    self.init(uncheckedCoefficient: coefficient, scale: scale)
  }

  public init(_ value: Int64) {
    high = value >> 63
    low = UInt64(bitPattern: value)
    places = 0
  }

  public init(_ value: UInt64) {
    high = 0
    low = value
    places = 0
  }

  /// The number times ten to the power of `scale`.
  public var coefficient: Int128 { Int128(high) << 64 | Int128(low) }

  /// The number of decimal places that are stored, 0 … 18; trailing zeros count.
  public var scale: Int { Int(places) }

  public var isZero: Bool { high == 0 && low == 0 }
  public var isNegative: Bool { high < 0 }

  /// The number with its sign exchanged.
  public static prefix func - (value: Decimal) -> Decimal {
    Decimal(uncheckedCoefficient: 0 &- value.coefficient, scale: value.scale)
  }

  /// The number without its sign.
  public var magnitude: Decimal { isNegative ? -self : self }

  /// Both numbers in units of the larger scale, where both coefficients fit 64 bits: 63 + 60 bits can't overflow.
  static func aligned(_ left: Decimal, _ right: Decimal) -> (Int128, Int128)? {
    guard let leftSmall = left.smallCoefficient, let rightSmall = right.smallCoefficient else { return nil }
    let scale = max(left.scale, right.scale)
    return (
      leftSmall.times(powerOfTen: scale - left.scale), rightSmall.times(powerOfTen: scale - right.scale)
    )
  }

  /// The coefficient, where it fits 64 bits: the case that all fast paths are for.
  var smallCoefficient: Int64? {
    let small = Int64(bitPattern: low)
    return high == small >> 63 ? small : nil
  }
}

extension Decimal: Comparable {
  public static func == (left: Decimal, right: Decimal) -> Bool {
    left.compared(to: right) == .equal
  }

  public static func < (left: Decimal, right: Decimal) -> Bool {
    left.compared(to: right) == .less
  }

  /// How this number stands to another, exactly.
  public func compared(to other: Decimal) -> Ordering {
    if scale == other.scale { return Ordering(coefficient, other.coefficient) }
    if let (left, right) = Self.aligned(self, other) { return Ordering(left, right) }
    if scale > other.scale { return other.compared(to: self).reversed }
    let (scaled, overflow) = coefficient.multipliedReportingOverflow(
      by: PowersOfTen.int128(other.scale - scale))
    // What overflows is larger in magnitude than any coefficient, so its sign decides.
    if overflow { return isNegative ? .less : .greater }
    return Ordering(scaled, other.coefficient)
  }
}

extension Decimal: Hashable {
  public func hash(into hasher: inout Hasher) {
    let least = normalized
    hasher.combine(least.high)
    hasher.combine(least.low)
    hasher.combine(least.places)
  }

  /// The same number with the smallest scale that holds it.
  public var normalized: Decimal {
    if places == 0 { return self }
    if isZero { return .zero }
    if let small = smallCoefficient {
      var (rest, scale) = (small, scale)
      while scale > 0, rest % 10 == 0 { (rest, scale) = (rest / 10, scale - 1) }
      return Decimal(uncheckedCoefficient: Int128(rest), scale: scale)
    }
    var (rest, scale) = (coefficient, scale)
    // By powers of two: five divisions where one zero at a time could take eighteen.
    var step = 16
    while step > 0 {
      if scale >= step {
        let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: PowersOfTen.int128(step))
        if remainder == 0 { (rest, scale) = (quotient, scale - step) }
      }
      step /= 2
    }
    return Decimal(uncheckedCoefficient: rest, scale: scale)
  }
}

extension Int64 {
  /// The product with a power of ten up to 10¹⁸.
  fileprivate func times(powerOfTen exponent: Int) -> Int128 {
    if exponent == 0 { return Int128(self) }
    let product = multipliedFullWidth(by: Int64(truncatingIfNeeded: PowersOfTen.uint64(exponent)))
    return Int128(product.high) << 64 | Int128(product.low)
  }
}
