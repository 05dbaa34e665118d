import JSON

/// What a parameter of a template may be.
enum TemplateType: String, Sendable, CaseIterable {
  case expression, limit, integer, number, boolean, text, date, period, set, texts, expressions, any

  var shape: ValueShape {
    switch self {
    case .expression: .expression
    case .limit: .numberOrExpression
    case .integer: .integer(minimum: .min)
    case .number: .number
    case .boolean: .boolean
    case .text: .text
    case .date: .date
    case .period: .period
    case .set: SetText.shape
    case .texts: .either([.text, .array(.text, minimum: 1)])
    case .expressions: ExpressionTexts.shape
    case .any: .any
    }
  }

  /// A value as it stands inside a CEL text; nil for what has no place there.
  func celText(_ node: JSONNode) -> Text? {
    switch self {
    case .expression: node.text.map(Term.enclosed)
    case .limit: node.numberText ?? node.text.map(Term.enclosed)
    case .integer, .number: node.numberText
    case .boolean: node.bool.map { $0 ? "true" : "false" }
    case .text: node.text?.celLiteral
    case .date: node.text.map { "date(" + $0.celLiteral + ")" }
    case .period: node.text.map { "period(" + $0.celLiteral + ")" }
    case .set: node.kind == .array ? Self.list(node) : node.text.map(Term.enclosed)
    case .texts: Self.list(node)
    case .expressions:
      Self.list(node.oneOrSeveral.compactMap(\.text))
    case .any: nil
    }
  }

  private static func list(_ node: JSONNode) -> Text {
    list(
      node.oneOrSeveral.compactMap {
        $0.text?.celLiteral ?? $0.numberText ?? $0.bool.map { $0 ? "true" : "false" }
      })
  }

  private static func list(_ texts: [Text]) -> Text {
    Text("[\(texts.map(\.string).joined(separator: ", "))]")
  }
}
