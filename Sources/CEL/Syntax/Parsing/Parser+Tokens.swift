import JSON

extension Parser {
  var bytes: [UInt8] { lexer.bytes }

  /// The text of a token.
  func text(_ token: Token) -> Text { Text(utf8: bytes[token.start..<token.end]) }

  @inline(never)
  mutating func advance() {
    previousEnd = token.end
    token = isAbandoned ? Token(kind: .end, start: token.end, end: token.end) : lexer.next()
  }

  /// Moves over a token of this kind if it is next.
  mutating func skip(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  /// Reports the token that is next, once, unless the lexer has already.
  @inline(never)
  mutating func report(expected: Text, suggestion: Text? = nil) {
    guard token.kind != .invalid, token.start != lastReported else { return }
    lastReported = token.start
    let range = SourceRange(token.start, token.end)
    report(Diagnostic(.unexpectedToken, range, [text(token), expected], suggestion: suggestion))
  }

  mutating func report(_ diagnostic: Diagnostic) {
    guard !isAbandoned, diagnostics.count < Self.maximumDiagnostics else { return }
    diagnostics.append(diagnostic)
  }

  /// Skips to the `,` or closing bracket that ends the part in which the defect is; brackets in between are skipped
  /// in pairs.
  @inline(never)
  mutating func recover() {
    var open = 0
    while token.kind != .end {
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace: open += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        if open == 0 { return }
        open -= 1
      case .comma:
        if open == 0 { return }
      default: break
      }
      advance()
    }
  }

  /// Moves over the closing bracket; where something else is next, reports it and goes on behind the bracket.
  mutating func close(_ kind: Token.Kind, _ symbol: StaticString) {
    if skip(kind) { return }
    report(expected: Text(stringLiteral: symbol), suggestion: meantOperator)
    recover()
    while skip(.comma) { recover() }
    _ = skip(kind)
  }

  /// Reads elements until the closing bracket; a comma may follow the last where `trailingComma`.
  mutating func elements(
    until kind: Token.Kind, _ symbol: StaticString, trailingComma: Bool = true,
    _ element: (inout Parser) -> Void
  ) {
    if skip(kind) { return }
    while true {
      element(&self)
      if token.kind != .comma, token.kind != kind {
        report(expected: Text(stringLiteral: symbol), suggestion: meantOperator)
        recover()
      }
      guard skip(.comma) else { break }
      if trailingComma, token.kind == kind { break }
    }
    _ = skip(kind)
  }

  /// The operator that a word in its place stands for in other languages.
  var meantOperator: Text? {
    guard token.kind == .identifier else { return nil }
    switch text(token) {
    case "and", "AND": return "&&"
    case "or", "OR": return "||"
    default: return nil
    }
  }

  /// Stops reading where nesting exceeds the limit.
  @inline(never)
  mutating func abandon(_ range: SourceRange) {
    report(Diagnostic(.nestingTooDeep, range, [Text(String(limits.depth))]))
    isAbandoned = true
    token = Token(kind: .end, start: token.end, end: token.end)
  }
}
