/// Classes of characters of the CEL grammar.
extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  var isIdentifierStart: Bool {
    (self | 0x20) &- UInt8(ascii: "a") < 26 || self == UInt8(ascii: "_")
  }

  var isIdentifierPart: Bool { isIdentifierStart || isDigit }

  /// A character that may stand in a name in back quotes.
  var isQuotedIdentifierPart: Bool {
    isIdentifierPart || self == UInt8(ascii: ".") || self == UInt8(ascii: "-") || self == UInt8(ascii: "/")
      || self == UInt8(ascii: " ")
  }

  var isWhitespace: Bool {
    self == UInt8(ascii: " ") || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D
  }

  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}
