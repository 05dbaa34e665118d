import JSON

/// Splits the text of an expression into tokens, one at a time.
///
/// Never fails: what it can't read it reports, and answers an `invalid` token, or the token that was probably meant.
struct Lexer {
  let bytes: [UInt8]
  var place = 0
  var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte at a distance from the place; nil beyond the end.
  func byte(_ distance: Int = 0) -> UInt8? {
    let index = place &+ distance
    return index < bytes.count ? bytes[index] : nil
  }

  /// The next token; at the end `end`, however often.
  mutating func next() -> Token {
    skipSpace()
    let start = place
    guard let first = byte() else { return Token(kind: .end, start: start, end: start) }
    let kind: Token.Kind
    if first.isIdentifierStart {
      kind = word(first)
    } else if first.isDigit || first == UInt8(ascii: ".") && byte(1)?.isDigit == true {
      kind = number()
    } else {
      switch first {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): kind = quoted(.string, prefix: 0, isRaw: false)
      case UInt8(ascii: "`"): kind = quotedIdentifier()
      default: kind = symbol(first)
      }
    }
    return Token(kind: kind, start: start, end: place)
  }

  /// Skips whitespace and comments.
  private mutating func skipSpace() {
    while let next = byte() {
      if next.isWhitespace {
        place &+= 1
      } else if next == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "/") {
        while let inside = byte(), !inside.isLineEnd { place &+= 1 }
      } else {
        return
      }
    }
  }

  /// A name, a word of the language, or the prefix of a string.
  private mutating func word(_ first: UInt8) -> Token.Kind {
    if let literal = prefixedString(first) { return literal }
    let start = place
    while let next = byte(), next.isIdentifierPart { place &+= 1 }
    if let next = byte(), next >= 0x80 { return foreignWord() }
    if isWord(from: start, "true") { return .true }
    if isWord(from: start, "false") { return .false }
    if isWord(from: start, "null") { return .null }
    if isWord(from: start, "in") { return .in }
    return .identifier
  }

  /// True where the bytes from `start` to the place are this word.
  private func isWord(from start: Int, _ word: StaticString) -> Bool {
    place &- start == word.utf8CodeUnitCount && word.withUTF8Buffer { bytes[start..<place].elementsEqual($0) }
  }

  /// `r"…"`, `b"…"`, `br"…"` in any case; the grammar has the `b` first.
  private mutating func prefixedString(_ first: UInt8) -> Token.Kind? {
    var length = 0
    var kind = Token.Kind.string
    var isRaw = false
    if first | 0x20 == UInt8(ascii: "b") {
      kind = .bytes
      length = 1
    }
    if let next = byte(length), next | 0x20 == UInt8(ascii: "r") {
      isRaw = true
      length += 1
    }
    guard length > 0, let quote = byte(length), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else {
      return nil
    }
    return quoted(kind, prefix: length, isRaw: isRaw)
  }
}
