import JSON

/// CEL text in a rule, with its place.
public struct ExpressionText: JSONNodeDecodable {
  public let text: Text
  public let node: JSONNode

  public init(_ node: JSONNode) throws(DecodingFailure) {
    guard let text = node.text else { throw DecodingFailure(at: node, reason: "expected an expression") }
    self.text = text
    self.node = node
  }
}
