import JSON

extension Lexer {
  /// Punctuation and operators; a lone `=`, `&` or `|` is read as the operator it was meant to be.
  mutating func symbol(_ first: UInt8) -> Token.Kind {
    let second = byte(1)
    func pair(_ next: Unicode.Scalar) -> Bool { second == UInt8(ascii: next) }
    let kind: Token.Kind
    var length = 1
    switch first {
    case UInt8(ascii: "("): kind = .leftParenthesis
    case UInt8(ascii: ")"): kind = .rightParenthesis
    case UInt8(ascii: "["): kind = .leftBracket
    case UInt8(ascii: "]"): kind = .rightBracket
    case UInt8(ascii: "{"): kind = .leftBrace
    case UInt8(ascii: "}"): kind = .rightBrace
    case UInt8(ascii: "."): kind = .dot
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: ":"): kind = .colon
    case UInt8(ascii: "?"): kind = .question
    case UInt8(ascii: "+"): kind = .plus
    case UInt8(ascii: "-"): kind = .minus
    case UInt8(ascii: "*"): kind = .times
    case UInt8(ascii: "/"): kind = .divide
    case UInt8(ascii: "%"): kind = .modulo
    case UInt8(ascii: "!"):
      kind = pair("=") ? .notEquals : .not
      length = pair("=") ? 2 : 1
    case UInt8(ascii: "<"):
      kind = pair("=") ? .lessOrEqual : .less
      length = pair("=") ? 2 : 1
    case UInt8(ascii: ">"):
      kind = pair("=") ? .greaterOrEqual : .greater
      length = pair("=") ? 2 : 1
    case UInt8(ascii: "="): return doubled(first, .equals, "==")
    case UInt8(ascii: "&"): return doubled(first, .and, "&&")
    case UInt8(ascii: "|"): return doubled(first, .or, "||")
    default: return foreignCharacter(first)
    }
    place &+= length
    return kind
  }

  private mutating func doubled(_ first: UInt8, _ kind: Token.Kind, _ symbol: StaticString) -> Token.Kind {
    if byte(1) == first {
      place &+= 2
    } else {
      reportCharacter(suggestion: Text(stringLiteral: symbol))
      place &+= 1
    }
    return kind
  }

  private mutating func foreignCharacter(_ first: UInt8) -> Token.Kind {
    if let closing = closingTypographicQuote { return typographicQuotes(closing) }
    if first >= 0x80 { return foreignWord() }
    reportCharacter()
    place &+= 1
    return .invalid
  }

  /// A run of letters of which some are not ASCII, as one token and one report.
  mutating func foreignWord() -> Token.Kind {
    reportCharacter()
    while let next = byte(), next >= 0x80 || next.isIdentifierPart { place &+= 1 }
    return .invalid
  }

  /// Text in quotes that a word processor has bent (U+2018 to U+201D), as one token and one report.
  private mutating func typographicQuotes(_ closing: UInt8) -> Token.Kind {
    reportCharacter(suggestion: closing == 0x99 ? "'" : "\"")
    place &+= 3
    while let next = byte(), !next.isLineEnd {
      if next == 0xE2, byte(1) == 0x80, byte(2) == closing {
        place &+= 3
        break
      }
      place &+= 1
    }
    return .invalid
  }

  /// The last byte of the quote that closes the typographic quote at the place.
  private var closingTypographicQuote: UInt8? {
    guard byte() == 0xE2, byte(1) == 0x80, let last = byte(2) else { return nil }
    switch last {
    case 0x98, 0x99: return 0x99
    case 0x9C, 0x9D: return 0x9D
    default: return nil
    }
  }

  /// Reports the character at the place.
  mutating func reportCharacter(suggestion: Text? = nil) {
    var end = min(place &+ 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end &+= 1 }
    diagnostics.append(
      Diagnostic(
        .unexpectedCharacter, SourceRange(place, end), [Text(utf8: bytes[place..<end])],
        suggestion: suggestion))
  }
}
