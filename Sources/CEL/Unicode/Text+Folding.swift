import JSON

extension Text {
  /// Canonically composed (NFC); linear, see `Normalization` for absurd runs of combining marks.
  public var composed: Text {
    utf8.allSatisfy { $0 < 0x80 } ? self : Text(Normalization.compose(string))
  }

  /// The form in which names and themes are compared: NFC, lower case, white space trimmed and single.
  ///
  /// Lower case is Unicode's default mapping of each code point, without regard to language or context. White space
  /// is what Unicode calls so, U+00A0 included. Folding twice changes nothing more. Linear;
  /// see `Normalization` for absurd runs of combining marks.
  public var folded: Text {
    if let plain = foldedPlainly { return plain }
    var lowered = ""
    for scalar in Normalization.compose(string).unicodeScalars {
      lowered += scalar.properties.lowercaseMapping
    }
    // Once more, because lower case can compose where upper case could not (J̌ has no code point, ǰ has).
    var spaces = SpaceFolder(capacity: utf8.count)
    for scalar in Normalization.compose(lowered).unicodeScalars {
      if scalar.properties.isWhitespace {
        spaces.appendSpace()
      } else {
        spaces.append(scalar)
      }
    }
    return Text(utf8: spaces.bytes)
  }

  /// The folded text, where it holds nothing but plain letters, digits and signs.
  private var foldedPlainly: Text? {
    let bytes = utf8.span
    var spaces = SpaceFolder(capacity: bytes.count)
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        switch byte {
        case 0x09...0x0D, 0x20: spaces.appendSpace()
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): spaces.append(ascii: byte + 32)
        default: spaces.append(ascii: byte)
        }
        offset += 1
        continue
      }
      guard let (codePoint, length) = UTF8Decoding.decode(bytes, offset) else { return nil }
      let folded = PlainLetters.folded(codePoint)
      if folded == 0 { return nil }
      if folded == PlainLetters.space { spaces.appendSpace() } else { spaces.append(folded) }
      offset += length
    }
    return Text(utf8: spaces.bytes)
  }
}

/// Collects bytes with runs of white space as one space and none at the ends.
private struct SpaceFolder {
  private(set) var bytes: [UInt8] = []
  private var pendingSpace = false

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func appendSpace() { pendingSpace = !bytes.isEmpty }

  mutating func append(ascii byte: UInt8) {
    if pendingSpace { bytes.append(0x20) }
    pendingSpace = false
    bytes.append(byte)
  }

  /// Appends a code point beyond ASCII.
  mutating func append(_ codePoint: UInt16) {
    if pendingSpace { bytes.append(0x20) }
    pendingSpace = false
    let low = UInt8(truncatingIfNeeded: codePoint & 0x3F) | 0x80
    if codePoint < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: codePoint >> 6) | 0xC0)
    } else {
      bytes.append(UInt8(truncatingIfNeeded: codePoint >> 12) | 0xE0)
      bytes.append(UInt8(truncatingIfNeeded: codePoint >> 6) & 0x3F | 0x80)
    }
    bytes.append(low)
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if pendingSpace { bytes.append(0x20) }
    pendingSpace = false
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
  }
}
