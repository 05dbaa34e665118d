import JSON

extension Text {
  /// The text with A–Z as a–z; all other bytes stay.
  public var asciiLowercased: Text {
    Text(utf8: utf8.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 + 32 : $0 })
  }

  /// The text with a–z as A–Z; all other bytes stay.
  public var asciiUppercased: Text {
    Text(utf8: utf8.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 ? $0 - 32 : $0 })
  }
}
