import JSON

/// The tree that a program is planned from.
final class ProgramReading {
  let expression: ParsedExpression
  /// False for a text that turned out not to be sound, whose tree is an error wherever it is evaluated.
  let isSound: Bool

  init(_ expression: ParsedExpression) {
    self.expression = expression
    isSound = true
  }

  init(_ text: Text, _ environment: Environment) {
    if let parsed = Parser.parse(text, macros: environment.macros, limits: environment.limits).0 {
      expression = parsed
      isSound = true
      return
    }
    // No variable has a name that is no name.
    let range = SourceRange(0, text.utf8.count)
    let unreadable = Expression(id: 0, range: range, kind: .identifier(text, leadingDot: false))
    expression = ParsedExpression(text: text, root: unreadable, nodeCount: 1)
    isSound = false
  }
}
