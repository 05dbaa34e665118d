import JSON

extension Parser {
  /// The selections, indexes, member calls and fields that follow an operand.
  mutating func parseMember(_ primary: Operand) -> Operand {
    var operand = primary
    while true {
      switch token.kind {
      case .dot: operand = parseSelection(of: operand)
      case .leftBracket: operand = parseIndex(of: operand)
      case .leftBrace:
        guard operand.form == .name, let type = Self.dottedName(operand.expression) else { return operand }
        operand = parseStructure(type, start: operand.start)
      default: return operand
      }
    }
  }

  /// `.field`, ``.`quoted field` ``, `.?field` or `.function(…)`.
  @inline(never)
  private mutating func parseSelection(of operand: Operand) -> Operand {
    advance()
    let isOptional = skip(.question)
    guard let (name, isQuoted) = parseSelector() else { return broken(operand.start) }
    if !isOptional, !isQuoted, token.kind == .leftParenthesis {
      return parseCall(name, target: operand, start: operand.start)
    }
    let isName = operand.form == .name && !isOptional && !isQuoted
    let form = operand.form == .broken ? .broken : isName ? Operand.Form.name : .other
    return node(
      .select(operand.expression, field: name, optional: isOptional), below: operand.height,
      operand.start, previousEnd, form: form)
  }

  /// A name behind a dot or in a structure: any word but those with a meaning of their own; those need back quotes.
  mutating func parseSelector() -> (Text, isQuoted: Bool)? {
    switch token.kind {
    case .identifier:
      let name = text(token)
      advance()
      return (name, false)
    case .quotedIdentifier:
      let name = Text(utf8: bytes[(token.start + 1)..<(token.end - 1)])
      advance()
      return (name, true)
    case .in, .true, .false, .null:
      report(expected: "identifier", suggestion: "`" + text(token) + "`")
      advance()
      return nil
    case .invalid:
      advance()
      return nil
    default:
      report(expected: "identifier")
      return nil
    }
  }

  /// `[index]` or `[?index]`.
  @inline(never)
  private mutating func parseIndex(of operand: Operand) -> Operand {
    advance()
    let isOptional = skip(.question)
    let index = parseExpression()
    close(.rightBracket, "]")
    let function = isOptional ? Operator.optionalIndex : Operator.index
    return operation(function, [operand, index], operand.start, previousEnd)
  }

  /// A call from its opening parenthesis.
  @inline(never)
  mutating func parseCall(_ name: Text, target: Operand?, start: Int) -> Operand {
    advance()
    var arguments: [Operand] = []
    elements(until: .rightParenthesis, ")", trailingComma: false) { parser in
      arguments.append(parser.parseExpression())
    }
    return call(name, target, arguments, start)
  }

  /// The node of a call; a macro becomes one of its own kind.
  @inline(never)
  private mutating func call(
    _ name: Text, _ target: Operand?, _ arguments: [Operand], _ start: Int
  ) -> Operand {
    let below = arguments.reduce(target?.height ?? 0) { max($0, $1.height) }
    if let kind = parseMacro(name, target: target, arguments: arguments, start: start) {
      return node(kind, below: below, start, previousEnd)
    }
    let kind = Expression.Kind.call(
      function: name, target: target?.expression, arguments: arguments.map { $0.expression })
    return node(kind, below: below, start, previousEnd)
  }

  /// `{field: value, ?field: value}` behind the name of a type.
  @inline(never)
  private mutating func parseStructure(_ type: Text, start: Int) -> Operand {
    advance()
    var fields: [Expression.FieldEntry] = []
    var below = 0
    elements(until: .rightBrace, "}") { parser in
      let isOptional = parser.skip(.question)
      guard let (field, _) = parser.parseSelector() else { return }
      guard parser.skip(.colon) else { return parser.report(expected: ":") }
      let value = parser.parseExpression()
      below = max(below, value.height)
      fields.append(Expression.FieldEntry(field: field, value: value.expression, optional: isOptional))
    }
    return node(.structure(type: type, fields: fields), below: below, start, previousEnd)
  }

  /// The name that a chain of selections spells.
  private static func dottedName(_ expression: Expression) -> Text? {
    var parts: [Text] = []
    var current = expression
    while case .select(let operand, let field, _) = current.kind {
      parts.append(field)
      current = operand
    }
    guard case .identifier(let root, let leadingDot) = current.kind else { return nil }
    var name = leadingDot ? "." + root : root
    for part in parts.reversed() { name += "." + part }
    return name
  }
}
