/// Steps over the pattern, which is well-formed UTF-8 by then.
extension RegexParser {
  var isAtEnd: Bool { position >= pattern.count }
  var peek: UInt8? { position < pattern.count ? pattern[position] : nil }

  func error(_ code: RegexError.Code, at offset: Int) -> RegexError {
    RegexError(code: code, offset: offset)
  }

  /// Takes a text, if it stands here.
  mutating func take(_ text: StaticString) -> Bool {
    let matches = text.withUTF8Buffer { bytes in
      bytes.count <= pattern.count - position
        && bytes.indices.allSatisfy { pattern[position + $0] == bytes[$0] }
    }
    if matches { position += text.utf8CodeUnitCount }
    return matches
  }

  /// Takes the code point that stands here; not called at the end.
  mutating func takeCodePoint() -> UInt32 {
    guard let (codePoint, length) = UTF8Decoding.decode(pattern.span, position) else {
      position += 1
      return 0xFFFD
    }
    position += length
    return codePoint
  }

  /// Takes digits of a base as one number, up to `limit` of them.
  mutating func takeNumber(base: UInt32, digits limit: Int) -> UInt32? {
    var value: UInt32 = 0
    var count = 0
    while count < limit, let byte = peek, let digit = byte.digit(base: base) {
      // Larger than any code point or count is all that matters.
      value = min(value * base + digit, 0x0FFF_FFFF)
      count += 1
      position += 1
    }
    return count > 0 ? value : nil
  }
}

extension UInt8 {
  /// The value of a digit in a base up to 16.
  fileprivate func digit(base: UInt32) -> UInt32? {
    let value: UInt32
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): value = UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): value = UInt32(self - UInt8(ascii: "A")) + 10
    default: return nil
    }
    return value < base ? value : nil
  }
}
