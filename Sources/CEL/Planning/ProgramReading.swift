import JSON

/// What a program is planned from.
final class ProgramReading {
  let expression: ParsedExpression
  let checked: CheckedExpression?

  init(_ expression: ParsedExpression, _ checked: CheckedExpression?) {
    self.expression = expression
    self.checked = checked
  }

  /// Reads and checks a text; one that turns out not to be sound is an error wherever it is evaluated.
  init(_ text: Text, expecting expected: CELType?, _ environment: Environment) {
    guard let parsed = Parser.parse(text, macros: environment.macros, limits: environment.limits).0 else {
      // No variable has a name that is no name.
      let range = SourceRange(0, text.utf8.count)
      let unreadable = Expression(
        id: 0, range: range, kind: .identifier(text, leadingDot: false))
      expression = ParsedExpression(text: text, root: unreadable, nodeCount: 1)
      checked = nil
      return
    }
    expression = parsed
    checked = environment.check(parsed, expecting: expected).0
  }
}
