import JSON

extension Decimal {
  /// Plain digits: no exponent, no trailing zeros after the point, `-` where negative, never `-0`.
  ///
  /// At most 59 bytes; reading it back gives an equal number.
  public var text: Text { Text(utf8: utf8) }

  private var utf8: [UInt8] {
    let least = normalized
    var reversed: [UInt8] = []
    reversed.reserveCapacity(least.smallCoefficient == nil ? 60 : 22)
    var rest = least.coefficient.magnitude
    while rest > UInt128(UInt64.max) {
      let (quotient, chunk) = rest.quotientAndRemainder(dividingBy: PowersOfTen.uint128(18))
      var digits = UInt64(truncatingIfNeeded: chunk)
      for _ in 0..<18 {
        reversed.append(UInt8(ascii: "0") + UInt8(digits % 10))
        digits /= 10
      }
      rest = quotient
    }
    var digits = UInt64(truncatingIfNeeded: rest)
    while digits > 0 {
      reversed.append(UInt8(ascii: "0") + UInt8(digits % 10))
      digits /= 10
    }
    while reversed.count <= least.scale { reversed.append(UInt8(ascii: "0")) }
    if least.scale > 0 { reversed.insert(UInt8(ascii: "."), at: least.scale) }
    if least.isNegative { reversed.append(UInt8(ascii: "-")) }
    return reversed.reversed()
  }
}

extension Decimal: CustomStringConvertible {
  public var description: String { text.string }
}
