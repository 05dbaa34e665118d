import JSON

/// Finds the type and the meaning of every node of one expression, and every defect at once.
///
/// A gradual checker in the manner of cel-go's: what is `dyn` is left to evaluation, everything else must fit. A node
/// that has been reported has type `error` and fits everywhere, so that one mistake gives one diagnostic.
struct Checker {
  let environment: Environment
  let declarations: Declarations
  let text: Text
  var tables: CheckTables
  var scope = Scope()
  var substitution = Substitution()
  private(set) var diagnostics: [Diagnostic] = []

  /// More than this are not collected.
  static let maximumDiagnostics = 100

  init(_ environment: Environment, _ parsed: ParsedExpression) {
    self.environment = environment
    declarations = Declarations(environment)
    text = parsed.text
    tables = CheckTables(nodeCount: parsed.nodeCount)
  }

  var isPack: Bool { environment.dialect == .pack }

  /// Checks a node and all below it; its type is noted and returned, with open type parameters.
  mutating func check(_ expression: Expression) -> CELType {
    let type =
      switch expression.kind {
      case .literal(let literal): checkLiteral(literal, expression)
      case .identifier(let name, let leadingDot): checkIdentifier(name, leadingDot, expression)
      case .select(let operand, let field, let optional):
        checkSelect(operand, field, optional: optional, expression)
      case .has(let operand, let field): checkHas(operand, field, expression)
      case .call(let function, let target, let arguments):
        checkCall(function, target, arguments, expression)
      case .list(let elements, let optional): checkList(elements, optional)
      case .map(let entries): checkMap(entries)
      case .structure(let type, let fields): checkStructure(type, fields, expression)
      case .comprehension(let comprehension): checkComprehension(comprehension)
      case .bind(let variable, let value, let body): checkBind(variable, value, body)
      }
    tables.types[Int(expression.id)] = type
    return type
  }

  mutating func report(
    _ code: Diagnostic.Code, _ range: SourceRange, _ arguments: [Text], suggestion: Text? = nil
  ) {
    guard diagnostics.count < Checker.maximumDiagnostics else { return }
    diagnostics.append(Diagnostic(code, range, arguments, suggestion: suggestion))
  }

  /// False once no further diagnostic is collected, so that no work goes into its suggestion.
  var isReporting: Bool { diagnostics.count < Checker.maximumDiagnostics }

  /// The text of a type for a diagnostic.
  func name(_ type: CELType) -> Text { substitution.apply(type, openAsDyn: true).text }

  /// The text of types for a diagnostic, with commas.
  func names(_ types: [CELType]) -> Text { types.map { name($0) }.joined(by: ", ") }

  /// The text of a node as the author wrote it.
  func source(of expression: Expression) -> Text {
    let start = max(0, min(Int(expression.range.start), text.utf8.count))
    let end = max(start, min(Int(expression.range.end), text.utf8.count))
    return Text(utf8: text.utf8[start..<end])
  }

  /// Asks that a node, already checked, can stand where a type is expected; reports it otherwise.
  ///
  /// - Returns: false where it was reported.
  @discardableResult
  mutating func require(_ expression: Expression, _ found: CELType, _ expected: CELType) -> Bool {
    if substitution.unify(found, expected) { return true }
    if isCoercible(expression, to: expected) { return coerce(expression, to: expected) }
    reportMismatch(expression, found, expected)
    return false
  }

  mutating func reportMismatch(_ expression: Expression, _ found: CELType, _ expected: CELType) {
    guard isReporting else { return }
    let remedy = conversionRemedy(expression, to: substitution.apply(expected))
    report(.typeMismatch, expression.range, [name(found), name(expected)], suggestion: remedy)
  }
}
