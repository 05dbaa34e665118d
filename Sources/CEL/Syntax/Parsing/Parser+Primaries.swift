import JSON

extension Parser {
  /// A name, global call, literal, list, map or expression in parentheses.
  mutating func parsePrimary() -> Operand {
    switch token.kind {
    case .identifier, .dot: parseName()
    case .leftParenthesis: parseGroup()
    case .leftBracket: parseList()
    case .leftBrace: parseMap()
    default: parseLiteral()
    }
  }

  /// `a`, `.a`, `f(…)` or `.f(…)`.
  private mutating func parseName() -> Operand {
    let start = token.start
    let leadingDot = skip(.dot)
    guard let name = parseUnreservedName() else { return broken(start) }
    if token.kind == .leftParenthesis {
      return parseCall(leadingDot ? "." + name : name, target: nil, start: start)
    }
    return node(.identifier(name, leadingDot: leadingDot), below: 0, start, previousEnd, form: .name)
  }

  @inline(never)
  private mutating func parseUnreservedName() -> Text? {
    guard token.kind == .identifier else {
      report(expected: "identifier")
      if token.kind == .invalid { advance() }
      return nil
    }
    let name = text(token)
    if ReservedWords.contains(name) {
      report(Diagnostic(.reservedWord, SourceRange(token.start, token.end), [name]))
    }
    advance()
    return name
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
}
