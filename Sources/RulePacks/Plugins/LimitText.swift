import JSON

/// A limit in a rule: a number, or CEL text.
public struct LimitText: JSONNodeDecodable {
  /// The number as written, or the CEL text.
  public let text: Text
  public let isLiteral: Bool
  public let node: JSONNode

  public init(_ node: JSONNode) throws(DecodingFailure) {
    guard let text = node.text ?? node.numberText else {
      throw DecodingFailure(at: node, reason: "expected a number or an expression")
    }
    self.text = text
    isLiteral = node.kind == .number
    self.node = node
  }
}
