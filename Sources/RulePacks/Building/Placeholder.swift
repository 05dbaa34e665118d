import JSON

/// The places for arguments in the text of a message: `{measured}`.
enum Placeholder {
  /// What a message may tell; filled in by `MessageRenderer`.
  static let names: [Text] = [
    "measured", "limit", "low", "high", "distance", "unit", "items", "missing", "due", "title",
  ]

  /// What a message on a group of records may tell.
  static let groupNames: [Text] = ["measured", "limit", "least", "most", "range", "unit", "items", "title"]

  /// Bytes of each `{…}` with its braces.
  static func ranges(in text: Text) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      ranges.append(open..<(close + 1))
      rest = rest[(close + 1)...]
    }
    return ranges
  }
}
