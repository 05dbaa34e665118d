import JSON

extension Lexer {
  /// A literal in one or three quotes; a backslash takes the next character with it unless the literal is raw.
  mutating func quoted(_ kind: Token.Kind, prefix: Int, isRaw: Bool) -> Token.Kind {
    let start = place
    place &+= prefix
    guard let quote = byte() else { return .invalid }
    let isTriple = byte(1) == quote && byte(2) == quote
    place &+= isTriple ? 3 : 1
    while let next = byte() {
      if next == quote, !isTriple || byte(1) == quote && byte(2) == quote {
        place &+= isTriple ? 3 : 1
        return kind
      }
      if !isTriple, next.isLineEnd { break }
      place &+= 1
      if next == UInt8(ascii: "\\"), !isRaw, let escaped = byte(), isTriple || !escaped.isLineEnd {
        place &+= 1
      }
    }
    diagnostics.append(Diagnostic(.unterminatedString, SourceRange(start, place)))
    return .invalid
  }

  /// A field name in back quotes.
  mutating func quotedIdentifier() -> Token.Kind {
    let start = place
    place &+= 1
    while let next = byte(), next.isQuotedIdentifierPart { place &+= 1 }
    if byte() == UInt8(ascii: "`"), place > start &+ 1 {
      place &+= 1
      return .quotedIdentifier
    }
    guard let next = byte(), !next.isLineEnd else {
      diagnostics.append(Diagnostic(.unterminatedString, SourceRange(start, place)))
      return .invalid
    }
    if next == UInt8(ascii: "`") {
      place &+= 1
      diagnostics.append(Diagnostic(.unexpectedCharacter, SourceRange(start, place), ["``"]))
      return .invalid
    }
    reportCharacter()
    while let inside = byte(), !inside.isLineEnd, inside != UInt8(ascii: "`") { place &+= 1 }
    if byte() == UInt8(ascii: "`") { place &+= 1 }
    return .invalid
  }
}
