import JSON

extension Text {
  /// The form in which names and themes are compared: NFC, lower case, white space trimmed and single.
  ///
  /// Lower case is Unicode's default mapping of each code point, without regard to language or context. White space
  /// is what Unicode calls so, U+00A0 included. Folding twice changes nothing more. Linear;
  /// see `Normalization` for absurd runs of combining marks.
  public var folded: Text {
    if let plain = foldedASCII { return plain }
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

  /// The folded text, where it is ASCII.
  private var foldedASCII: Text? {
    var spaces = SpaceFolder(capacity: utf8.count)
    for byte in utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x09...0x0D, 0x20: spaces.appendSpace()
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): spaces.append(byte + 32)
      default: spaces.append(byte)
      }
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

  mutating func append(_ byte: UInt8) {
    if pendingSpace { bytes.append(0x20) }
    pendingSpace = false
    bytes.append(byte)
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if pendingSpace { bytes.append(0x20) }
    pendingSpace = false
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
  }
}
