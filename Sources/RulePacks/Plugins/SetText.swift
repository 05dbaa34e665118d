import JSON

/// A set of values in a rule: an array of literals, or CEL text of a list.
public enum SetText: JSONNodeDecodable {
  case literals([JSONNode], node: JSONNode)
  case expression(ExpressionText)

  public init(_ node: JSONNode) throws(DecodingFailure) {
    if node.kind == .array {
      self = .literals(Array(node.elements), node: node)
    } else {
      self = .expression(try ExpressionText(node))
    }
  }

  public var node: JSONNode {
    switch self {
    case .literals(_, let node): node
    case .expression(let text): text.node
    }
  }

  /// Texts, numbers and booleans, at least one; or CEL text.
  public static let shape = ValueShape.either([
    .array(.either([.text, .number, .boolean]), minimum: 1), .expression,
  ])
}
