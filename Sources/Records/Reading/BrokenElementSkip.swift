/// Walks over an element of an array that is no JSON, by its brackets and quotes alone, so that one broken record does
/// not take those after it along.
struct BrokenElementSkip {
  enum Step {
    case inside
    /// The byte is the `,` or `]` behind the element.
    case end
    /// Brackets do not match, or a string does not end on its line.
    case lost
  }

  /// Brackets that are open, as the bytes that close them.
  private var open: [UInt8] = []
  private var isInString = false
  private var isEscaped = false
  /// Deeper is taken for hostile.
  private static let depth = 1 << 16

  mutating func pass(_ byte: UInt8) -> Step {
    if isInString { return passInString(byte) }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < Self.depth else { return .lost }
      open.append(byte + 2)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      if open.isEmpty { return byte == UInt8(ascii: "]") ? .end : .lost }
      if open.removeLast() != byte { return .lost }
    case UInt8(ascii: ",") where open.isEmpty: return .end
    default: break
    }
    return .inside
  }

  private mutating func passInString(_ byte: UInt8) -> Step {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
    }
    return byte == UInt8(ascii: "\n") ? .lost : .inside
  }
}
