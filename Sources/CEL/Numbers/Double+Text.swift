import JSON

/// Text of doubles in the layouts of Go's `strconv`, which CEL's reference implementation uses.
extension Double {
  /// The fewest digits that read back as this double: CEL's `string(double)`, Go's format `g` without precision.
  ///
  /// With an exponent from 10⁶ and below 10⁻⁴: `1.5`, `1e+06`, `1e-05`, `-0`, `NaN`, `+Inf`, `-Inf`.
  public var shortestText: Text {
    if let special = specialText { return special }
    let digits = DecimalDigits(shortest: self)
    if !digits.isZero, !(-3...6 ~= digits.point) {
      return exponentText(digits, decimals: digits.count - 1)
    }
    return fixedText(digits, decimals: max(digits.count - digits.point, 0))
  }

  /// The fewest digits that read back as this double, never with an exponent; `NaN`, `Infinity`, `-Infinity`.
  public var plainText: Text {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
    let digits = DecimalDigits(shortest: self)
    return fixedText(digits, decimals: max(digits.count - digits.point, 0))
  }

  /// Digits with a fixed number of decimals, rounded half-even from the exact value: C's `%.*f`.
  ///
  /// - Parameter decimals: below 0 counts as 0; the length of the text grows with it.
  public func fixedText(decimals: Int) -> Text {
    if let special = specialText { return special }
    var digits = DecimalDigits(exact: self)
    let decimals = max(decimals, 0)
    digits.round(toDigits: digits.point + min(decimals, DecimalDigits.mostDecimals))
    return fixedText(digits, decimals: decimals)
  }

  /// One digit, decimals and an exponent of at least two digits, rounded half-even from the exact value: C's `%.*e`.
  ///
  /// - Parameter decimals: below 0 counts as 0; the length of the text grows with it.
  public func exponentText(decimals: Int) -> Text {
    if let special = specialText { return special }
    var digits = DecimalDigits(exact: self)
    let decimals = max(decimals, 0)
    digits.round(toDigits: min(decimals, DecimalDigits.mostDecimals) + 1)
    return exponentText(digits, decimals: decimals)
  }

  private var specialText: Text? {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Inf" : "+Inf" }
    return nil
  }

  private var signBytes: [UInt8] { sign == .minus ? [UInt8(ascii: "-")] : [] }

  private func fixedText(_ digits: DecimalDigits, decimals: Int) -> Text {
    var bytes = signBytes
    if digits.point <= 0 { bytes.append(UInt8(ascii: "0")) }
    for place in 0..<max(digits.point, 0) { bytes.append(digits.ascii(at: place)) }
    if decimals > 0 { bytes.append(UInt8(ascii: ".")) }
    for decimal in 0..<decimals { bytes.append(digits.ascii(at: digits.point + decimal)) }
    return Text(utf8: bytes)
  }

  private func exponentText(_ digits: DecimalDigits, decimals: Int) -> Text {
    var bytes = signBytes
    bytes.append(digits.ascii(at: 0))
    if decimals > 0 { bytes.append(UInt8(ascii: ".")) }
    for decimal in 0..<decimals { bytes.append(digits.ascii(at: decimal + 1)) }
    let exponent = digits.isZero ? 0 : digits.point - 1
    bytes += [UInt8(ascii: "e"), exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")]
    if exponent.magnitude < 10 { bytes.append(UInt8(ascii: "0")) }
    bytes += Decimal(Int64(exponent.magnitude)).text.utf8
    return Text(utf8: bytes)
  }
}
