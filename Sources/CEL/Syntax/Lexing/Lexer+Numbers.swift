import JSON

extension Lexer {
  /// An integer, unsigned integer or fraction; letters that cling to it make it invalid.
  mutating func number() -> Token.Kind {
    let start = place
    var kind = Token.Kind.int
    if byte() == UInt8(ascii: "0"), byte(1) == UInt8(ascii: "x") {
      place &+= 2
      let digits = place
      while let next = byte(), next.hexadecimalValue != nil { place &+= 1 }
      if place == digits { kind = .invalid }
    } else {
      skipDigits()
      if byte() == UInt8(ascii: "."), byte(1)?.isDigit == true {
        kind = .fraction
        place &+= 1
        skipDigits()
      }
      if skipExponent() { kind = .fraction }
    }
    if kind == .int, let next = byte(), next | 0x20 == UInt8(ascii: "u") {
      kind = .uint
      place &+= 1
    }
    guard kind == .invalid || isFollowedByWord else { return kind }
    while let next = byte(), next.isIdentifierPart { place &+= 1 }
    diagnostics.append(
      Diagnostic(.invalidNumber, SourceRange(start, place), [Text(utf8: bytes[start..<place])]))
    return .invalid
  }

  private mutating func skipDigits() {
    while let next = byte(), next.isDigit { place &+= 1 }
  }

  private mutating func skipExponent() -> Bool {
    guard let letter = byte(), letter | 0x20 == UInt8(ascii: "e"), let next = byte(1) else { return false }
    let isSigned = next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
    guard byte(isSigned ? 2 : 1)?.isDigit == true else { return false }
    place &+= isSigned ? 2 : 1
    skipDigits()
    return true
  }

  /// `12kg` is a slip; `1in x` is two tokens to the grammar and stays so.
  private var isFollowedByWord: Bool {
    guard let next = byte(), next.isIdentifierPart else { return false }
    let isIn = next == UInt8(ascii: "i") && byte(1) == UInt8(ascii: "n") && byte(2)?.isIdentifierPart != true
    return !isIn
  }
}
