import JSON

extension Parser {
  /// A literal; anything else that stands where an operand should is reported and skipped.
  @inline(never)
  mutating func parseLiteral() -> Operand {
    let start = token.start
    switch token.kind {
    case .true: return parseWord(.bool(true))
    case .false: return parseWord(.bool(false))
    case .null: return parseWord(.null)
    case .string, .bytes: return parseString()
    case .int, .uint, .fraction: return parseNumber(sign: nil)
    case .minus where isSign:
      advance()
      return parseNumber(sign: start)
    case .invalid: advance()
    default:
      report(expected: "expression")
      recover()
    }
    return broken(start)
  }

  /// A literal of one token.
  private mutating func parseWord(_ literal: Literal) -> Operand {
    let start = token.start
    advance()
    return node(.literal(literal), below: 0, start, previousEnd)
  }

  private mutating func parseString() -> Operand {
    var decoder = StringDecoder(token, in: bytes)
    let content = decoder.decode()
    for diagnostic in decoder.diagnostics { report(diagnostic) }
    return parseWord(token.kind == .bytes ? .bytes(content) : .string(Text(utf8: content)))
  }

  /// A number; `sign` is the place of the minus that belongs to it.
  private mutating func parseNumber(sign: Int?) -> Operand {
    let start = sign ?? token.start
    let digits = token
    advance()
    let written = sign == nil ? text(digits) : "-" + text(digits)
    if digits.kind == .fraction {
      return node(.literal(.fraction(written)), below: 0, start, previousEnd)
    }
    guard let value = IntegerDecoder.literal(digits, isNegative: sign != nil, in: bytes) else {
      report(Diagnostic(.integerOutOfRange, SourceRange(start, digits.end), [written]))
      return broken(start)
    }
    return node(.literal(value), below: 0, start, previousEnd)
  }
}
