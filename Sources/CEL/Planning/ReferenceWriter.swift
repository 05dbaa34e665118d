import JSON

/// Writes numbers of few bytes, and texts after their length.
struct ReferenceWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  /// Seven bits a byte, the lowest first; the highest bit says that more follow.
  ///
  /// - Parameter number: not negative.
  mutating func number(_ number: Int) {
    var rest = UInt(number)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func text(_ text: Text) {
    number(text.utf8.count)
    bytes += text.utf8
  }
}
