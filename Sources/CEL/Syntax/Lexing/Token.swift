/// One lexical element as a range of bytes; what it says is decoded only where the parser asks.
struct Token {
  let kind: Kind
  let start: Int
  /// The offset behind its last byte.
  let end: Int

  enum Kind: UInt8 {
    case end
    /// Already reported by the lexer; stands where an operand might.
    case invalid
    case identifier, quotedIdentifier
    case int, uint, fraction, string, bytes
    case `true`, `false`, null
    case `in`
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case dot, comma, colon, question
    case or, and, not
    case less, lessOrEqual, greater, greaterOrEqual, equals, notEquals
    case plus, minus, times, divide, modulo
  }
}
