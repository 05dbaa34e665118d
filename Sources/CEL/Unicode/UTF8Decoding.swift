/// Reads UTF-8 one code point at a time.
enum UTF8Decoding {
  /// The code point that begins at an offset, and its length in bytes; nil where the bytes are not well-formed.
  static func decode(_ bytes: Span<UInt8>, _ offset: Int) -> (codePoint: UInt32, length: Int)? {
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard 0xC2...0xF4 ~= first, length <= bytes.count - offset else { return nil }
    var codePoint = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length {
      guard bytes[offset + index].isContinuation else { return nil }
      codePoint = codePoint << 6 | UInt32(bytes[offset + index] & 0x3F)
    }
    // Neither longer than needed, nor a surrogate, nor beyond Unicode.
    guard codePoint >= (length == 3 ? 0x800 : length == 4 ? 0x10000 : 0x80), codePoint <= 0x10FFFF,
      !(0xD800...0xDFFF ~= codePoint)
    else { return nil }
    return (codePoint, length)
  }
}
