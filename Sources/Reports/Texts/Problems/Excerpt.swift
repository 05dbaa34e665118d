import JSON

/// Text of others made fit to print: no control characters that a terminal would obey, no endless lines.
enum Excerpt {
  /// Characters kept of a long argument.
  static let limit = 80

  /// The text on one line, cut where it is long.
  static func text(_ text: Text, limit: Int = limit) -> Text {
    var scalars = text.string.unicodeScalars[...]
    let isCut = scalars.count > limit
    scalars = scalars.prefix(limit)
    return printable(Text(String(scalars))) + (isCut ? "…" : "")
  }

  /// The text with control characters, and those that turn the direction of writing, as `\u{1B}`.
  static func printable(_ text: Text) -> Text {
    // Control characters are below U+0020 or begin with the bytes C2, D8 or E2; nearly no text has any of them.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 == 0xE2 })
    else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.string.unicodeScalars {
      if isControl(scalar) {
        shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return Text(String(shown))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
