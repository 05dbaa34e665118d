/// A JSON number taken apart, exactly: ± coefficient × 10^exponent.
///
/// The coefficient carries no trailing zeros, so equal values have equal parts. Linear in the length of the
/// text, whatever the exponent.
public struct JSONNumber: Hashable, Sendable {
  /// True where the text begins with `-`, also for `-0`.
  public let isNegative: Bool
  /// The significant digits as one integer; 0 for zero, nil for more than 38 digits.
  public let coefficient: UInt128?
  /// The number of significant digits; 0 for zero.
  public let digitCount: Int
  /// The power of ten of the last significant digit; 0 for zero. Clamped to ±10¹⁵, far beyond any use.
  public let exponent: Int64

  /// Takes a number apart; nil where the text is none by the grammar of RFC 8259.
  public init?(_ text: Text) {
    self.init(text.utf8[...])
  }

  /// Takes a number apart; nil where the bytes are none by the grammar of RFC 8259.
  public init?(_ bytes: ArraySlice<UInt8>) {
    guard let scan = bytes.withUnsafeBytes({ NumberScan.isNumber($0) ? NumberScan($0) : nil }) else {
      return nil
    }
    self.init(scan)
  }

  init(_ scan: NumberScan) {
    isNegative = scan.isNegative
    coefficient = scan.coefficient
    digitCount = scan.digitCount
    exponent = scan.exponent
  }

  /// The number, where it is whole (`2`, `2.0`, `2e3`, `-0`) and fits 64 bits.
  public var int64: Int64? {
    guard exponent >= 0, exponent <= 18, let coefficient, digitCount <= 19 else { return nil }
    var magnitude = coefficient
    for _ in 0..<exponent { magnitude *= 10 }
    guard magnitude <= UInt128(UInt64.max) else { return nil }
    let small = UInt64(truncatingIfNeeded: magnitude)
    if isNegative {
      return small <= UInt64(Int64.max) + 1 ? Int64(truncatingIfNeeded: 0 &- small) : nil
    }
    return small <= UInt64(Int64.max) ? Int64(truncatingIfNeeded: small) : nil
  }
}
