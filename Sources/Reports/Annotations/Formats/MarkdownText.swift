import JSON

/// Text of others made fit for a cell of a Markdown table: it stays text.
enum MarkdownText {
  /// On one line, with what Markdown or HTML would read escaped.
  static func escaped(_ text: Text) -> Text {
    var escaped: [UInt8] = []
    for byte in Excerpt.printable(text.onOneLine).utf8 {
      switch byte {
      case UInt8(ascii: "<"): escaped += Array("&lt;".utf8)
      case UInt8(ascii: ">"): escaped += Array("&gt;".utf8)
      case UInt8(ascii: "&"): escaped += Array("&amp;".utf8)
      case UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "#"), UInt8(ascii: "~"):
        escaped += [UInt8(ascii: "\\"), byte]
      default: escaped.append(byte)
      }
    }
    return Text(utf8: escaped)
  }

  /// As code; backquotes, which would end it, become apostrophes.
  static func code(_ text: Text) -> Text {
    var shown: [UInt8] = []
    for byte in Excerpt.printable(text.onOneLine).utf8 {
      switch byte {
      case UInt8(ascii: "`"): shown.append(UInt8(ascii: "'"))
      case UInt8(ascii: "|"): shown += Array("\\|".utf8)
      default: shown.append(byte)
      }
    }
    return "`" + Text(utf8: shown) + "`"
  }
}

extension Text {
  fileprivate var onOneLine: Text { Text(utf8: utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }) }
}
