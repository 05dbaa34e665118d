import JSON

extension Path {
  /// The path as people read it: `indicators.forestCover.actual`, `communes["xa-01"].name`, `schools[3]`,
  /// `documents[?]`.
  public var text: Text {
    var bytes: [UInt8] = []
    for step in steps {
      switch step {
      case .field(let name):
        if !bytes.isEmpty { bytes.append(UInt8(ascii: ".")) }
        bytes += name.utf8
      case .key(let key) where Path.isIdentifier(key):
        bytes.append(UInt8(ascii: "."))
        bytes += key.utf8
      case .key(let key), .reference(let key):
        bytes += Array("[\"".utf8)
        for byte in key.utf8 {
          if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
          bytes.append(byte)
        }
        bytes += Array("\"]".utf8)
      case .index(let index):
        bytes += Array("[\(index)]".utf8)
      case .more:
        bytes += Array("[?]".utf8)
      }
    }
    return Text(utf8: bytes)
  }

  /// True for `[A-Za-z_][A-Za-z0-9_]*`.
  static func isIdentifier(_ text: Text) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
