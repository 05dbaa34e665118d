import JSON

/// One expression of a rule, or several.
struct ExpressionTexts: JSONNodeDecodable {
  let texts: [ExpressionText]

  init(_ node: JSONNode) throws(DecodingFailure) {
    var texts: [ExpressionText] = []
    for element in node.oneOrSeveral {
      texts.append(try ExpressionText(element))
    }
    self.texts = texts
  }

  static let shape = ValueShape.either([.expression, .array(.expression, minimum: 1)])
}
