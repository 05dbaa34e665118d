import JSON

extension Parser {
  /// A name, global call, literal, list, map or expression in parentheses.
  mutating func parsePrimary() -> Operand {
    let start = token.start
    switch token.kind {
    case .identifier: return parseName(leadingDot: false, start: start)
    case .dot:
      advance()
      return parseName(leadingDot: true, start: start)
    case .leftParenthesis: return parseGroup()
    case .leftBracket: return parseList()
    case .leftBrace: return parseMap()
    case .int, .uint, .fraction: return parseNumber(sign: nil)
    case .minus where isSign:
      advance()
      return parseNumber(sign: start)
    case .string, .bytes: return parseString()
    case .true: return parseWord(.bool(true))
    case .false: return parseWord(.bool(false))
    case .null: return parseWord(.null)
    case .invalid:
      advance()
      return broken(start)
    default:
      report(expected: "expression")
      recover()
      return broken(start)
    }
  }

  private mutating func parseName(leadingDot: Bool, start: Int) -> Operand {
    guard token.kind == .identifier else {
      report(expected: "identifier")
      if token.kind == .invalid { advance() }
      return broken(start)
    }
    let name = text(token)
    let range = SourceRange(token.start, token.end)
    advance()
    if token.kind == .leftParenthesis {
      if ReservedWords.all.contains(name) { report(Diagnostic(.reservedWord, range, [name])) }
      return parseCall(leadingDot ? "." + name : name, target: nil, start: start)
    }
    if ReservedWords.all.contains(name) { report(Diagnostic(.reservedWord, range, [name])) }
    return node(.identifier(name, leadingDot: leadingDot), below: 0, start, previousEnd, form: .name)
  }

  private mutating func parseGroup() -> Operand {
    let start = token.start
    advance()
    var operand = parseExpression()
    close(.rightParenthesis, ")")
    operand.start = start
    operand.end = previousEnd
    if operand.form == .name { operand.form = .other }
    return operand
  }

  private mutating func parseList() -> Operand {
    let start = token.start
    advance()
    var items: [Expression] = []
    var optional: [Bool] = []
    var below = 0
    elements(until: .rightBracket, "]") { parser in
      optional.append(parser.skip(.question))
      let item = parser.parseExpression()
      below = max(below, item.height)
      items.append(item.expression)
    }
    return node(.list(items, optional: optional), below: below, start, previousEnd)
  }

  private mutating func parseMap() -> Operand {
    let start = token.start
    advance()
    var entries: [Expression.MapEntry] = []
    var below = 0
    elements(until: .rightBrace, "}") { parser in
      let isOptional = parser.skip(.question)
      let key = parser.parseExpression()
      guard parser.skip(.colon) else { return parser.report(expected: ":") }
      let value = parser.parseExpression()
      below = max(below, key.height, value.height)
      entries.append(Expression.MapEntry(key: key.expression, value: value.expression, optional: isOptional))
    }
    return node(.map(entries), below: below, start, previousEnd)
  }

  private mutating func parseWord(_ literal: Literal) -> Operand {
    let start = token.start
    advance()
    return node(.literal(literal), below: 0, start, previousEnd)
  }

  private mutating func parseString() -> Operand {
    let literal = token
    var decoder = StringDecoder(literal, in: bytes)
    let content = decoder.decode()
    for diagnostic in decoder.diagnostics { report(diagnostic) }
    return parseWord(literal.kind == .bytes ? .bytes(content) : .string(Text(utf8: content)))
  }

  /// A number; `sign` is the place of the minus that belongs to it.
  private mutating func parseNumber(sign: Int?) -> Operand {
    let start = sign ?? token.start
    let digits = token
    advance()
    let literal: Literal
    switch digits.kind {
    case .fraction:
      literal = .fraction(sign == nil ? text(digits) : "-" + text(digits))
    default:
      guard let value = IntegerDecoder.literal(digits, isNegative: sign != nil, in: bytes) else {
        let range = SourceRange(start, digits.end)
        report(
          Diagnostic(.integerOutOfRange, range, [sign == nil ? text(digits) : "-" + text(digits)]))
        return broken(start)
      }
      literal = value
    }
    return node(.literal(literal), below: 0, start, previousEnd)
  }
}
