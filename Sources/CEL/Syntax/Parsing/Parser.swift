import JSON

/// Reads CEL: recursive descent with a bound on depth, operators by precedence with a stack.
///
/// Chains of operators are read in a loop; those of `&&` and of `||` become balanced trees, so that a long chain is
/// no deep tree. After a defect it goes on at the next `,` `)` `]` or `}` and reports further ones.
public struct Parser {
  let macros: Library.Macros
  let limits: Environment.Limits
  var lexer: Lexer
  var token: Token
  /// The end of the token before `token`.
  var previousEnd = 0
  var diagnostics: [Diagnostic] = []
  var lastReported = -1
  var nextID: Int32 = 0
  var depth = 0
  /// Set when nesting is too deep: the rest is not read.
  var isAbandoned = false

  /// Defects beyond this many are not kept.
  static let maximumDiagnostics = 100

  private init(_ bytes: [UInt8], macros: Library.Macros, limits: Environment.Limits) {
    self.macros = macros
    self.limits = limits
    lexer = Lexer(bytes)
    token = lexer.next()
  }

  /// Reads one expression.
  ///
  /// Linear in the length of the text; stack in proportion to `limits.depth`.
  /// - Parameter macros: what is a macro; the names of others are functions.
  /// - Returns: no expression where there is a diagnostic; diagnostics in order of place, at most a hundred.
  public static func parse(
    _ text: Text, macros: Library.Macros, limits: Environment.Limits = Environment.Limits()
  ) -> (ParsedExpression?, [Diagnostic]) {
    let length = text.utf8.count
    guard length <= limits.length else {
      let limit = Text(String(limits.length))
      return (nil, [Diagnostic(.expressionTooLong, SourceRange(limits.length, length), [limit])])
    }
    if let place = text.illFormedByte {
      return (nil, [Diagnostic(.invalidUTF8, SourceRange(place, place + 1))])
    }
    var parser = Parser(text.utf8, macros: macros, limits: limits)
    let root = parser.parseExpression()
    if parser.token.kind != .end { parser.report(expected: "operator", suggestion: parser.meantOperator) }
    let diagnostics = parser.sortedDiagnostics()
    guard diagnostics.isEmpty else { return (nil, diagnostics) }
    return (ParsedExpression(text: text, root: root.expression, nodeCount: Int(parser.nextID)), [])
  }

  private func sortedDiagnostics() -> [Diagnostic] {
    let all = (diagnostics + lexer.diagnostics).sorted { $0.range.start < $1.range.start }
    return Array(all.prefix(Self.maximumDiagnostics))
  }
}
