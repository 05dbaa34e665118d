import JSON

/// Columns of text for a terminal, the first to the left and the others to the right.
struct TextTable {
  func lines(_ rows: [[Text]]) -> [Text] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? Self.width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line: Text = ""
      for (column, text) in row.enumerated() {
        let blank = Text(
          utf8: [UInt8](repeating: UInt8(ascii: " "), count: max(0, widths[column] - Self.width(text))))
        line += column == 0 ? text + blank : " " + blank + text
      }
      return line
    }
  }

  private static func width(_ text: Text) -> Int { text.utf8.count { $0 & 0xC0 != 0x80 } }
}
