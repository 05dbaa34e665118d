import JSON

/// Text made fit for XML 1.0, in content and in attributes.
enum XMLText {
  /// Escapes what has a meaning in markup; a character that XML cannot hold becomes U+FFFD.
  static func escaped(_ text: Text) -> Text {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.string.unicodeScalars {
      switch scalar.value {
      case 0x26: escaped += Array("&amp;".utf8)
      case 0x3C: escaped += Array("&lt;".utf8)
      case 0x3E: escaped += Array("&gt;".utf8)
      case 0x22: escaped += Array("&quot;".utf8)
      case 0x0A: escaped += Array("&#10;".utf8)
      case 0x09: escaped += Array("&#9;".utf8)
      case ..<0x20, 0xFFFE, 0xFFFF: escaped += Array("\u{FFFD}".utf8)
      default: escaped += Array(String(scalar).utf8)
      }
    }
    return Text(utf8: escaped)
  }
}
