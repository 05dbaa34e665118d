extension [UInt8] {
  /// Appends a string in quotes with the least escapes that JSON allows; ill-formed UTF-8 becomes U+FFFD.
  mutating func appendQuoted(_ text: [UInt8]) {
    append(UInt8(ascii: "\""))
    text.withUnsafeBytes { text in
      var plain = 0
      var place = 0
      while place < text.count {
        let byte = text[place]
        if byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
          place += 1
        } else if byte >= 0x80, let length = UTF8Sequence.length(at: place, in: text) {
          place += length
        } else {
          append(contentsOf: text.part(plain..<place))
          appendEscape(of: byte)
          place += 1
          plain = place
        }
      }
      append(contentsOf: text.part(plain..<place))
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends the short form of an escape where there is one.
  private mutating func appendEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): self += [UInt8(ascii: "\\"), byte]
    case 0x08: self += [UInt8(ascii: "\\"), UInt8(ascii: "b")]
    case 0x09: self += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    case 0x0A: self += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case 0x0C: self += [UInt8(ascii: "\\"), UInt8(ascii: "f")]
    case 0x0D: self += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
    case 0x80...: self += [0xEF, 0xBF, 0xBD]
    default:
      let low = byte & 0xF
      self += [UInt8(ascii: "\\"), UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")]
      append(UInt8(ascii: "0") + byte >> 4)
      append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
  }

  /// Appends an integer in decimal.
  mutating func appendDecimal(_ value: Int64) {
    if value < 0 { append(UInt8(ascii: "-")) }
    let first = count
    var rest = value.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self[first...].reverse()
  }
}
