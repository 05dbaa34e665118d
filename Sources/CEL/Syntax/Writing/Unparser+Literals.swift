import JSON

extension Unparser {
  mutating func write(_ literal: Literal) {
    switch literal {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .int(let value): append(Text(String(value)))
    case .uint(let value):
      append(Text(String(value)))
      append("u")
    case .fraction(let digits): append(digits)
    case .string(let text): writeQuoted(text.utf8, isBytes: false)
    case .bytes(let bytes):
      append("b")
      writeQuoted(bytes, isBytes: true)
    }
  }

  /// A field, in back quotes where it is no plain name.
  mutating func writeField(_ field: Text) {
    let isName =
      field.utf8.first?.isIdentifierStart == true && field.utf8.allSatisfy { $0.isIdentifierPart }
      && !["in", "true", "false", "null"].contains(field)
    guard !isName else { return append(field) }
    append("`")
    append(field)
    append("`")
  }

  private mutating func writeQuoted(_ bytes: [UInt8], isBytes: Bool) {
    let single = UInt8(ascii: "'")
    let double = UInt8(ascii: "\"")
    let quote = bytes.contains(single) && !bytes.contains(double) ? double : single
    output.append(quote)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case quote, UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
      case 0x07: append("\\a")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0B: append("\\v")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case ..<0x20, 0x7F: writeEscape("\\x", UInt32(byte), digits: 2)
      case 0x80... where isBytes: writeEscape("\\x", UInt32(byte), digits: 2)
      default: output.append(byte)
      }
      if byte & 0xC0 == 0x80, !isBytes { hideInvisible(endingAt: index, in: bytes) }
    }
    output.append(quote)
  }

  /// Replaces a character that is not seen, or that turns what is seen around, by its escape: U+0080 to U+009F, U+200B to
  /// U+200F, U+2028 to U+202E, U+2066 to U+2069, U+FEFF.
  private mutating func hideInvisible(endingAt last: Int, in bytes: [UInt8]) {
    var value: UInt32?
    if last >= 1, bytes[last - 1] == 0xC2, bytes[last] < 0xA0 {
      value = UInt32(bytes[last])
      output.removeLast(2)
    } else if last >= 2, bytes[last - 2] & 0xF0 == 0xE0 {
      let scalar =
        UInt32(bytes[last - 2] & 0x0F) << 12 | UInt32(bytes[last - 1] & 0x3F) << 6
        | UInt32(bytes[last] & 0x3F)
      switch scalar {
      case 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        value = scalar
        output.removeLast(3)
      default: break
      }
    }
    if let value { writeEscape("\\u", value, digits: 4) }
  }

  private mutating func writeEscape(_ prefix: Text, _ value: UInt32, digits: Int) {
    append(prefix)
    for place in (0..<digits).reversed() {
      let digit = UInt8(truncatingIfNeeded: value >> UInt32(4 * place) & 0xF)
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
