import JSON

/// A parsed expression with its text.
public struct ParsedExpression: Sendable {
  public let text: Text
  public let root: Expression
  /// One more than the largest `Expression.id`; side tables have this many entries.
  public let nodeCount: Int

  public init(text: Text, root: Expression, nodeCount: Int) {
    self.text = text
    self.root = root
    self.nodeCount = nodeCount
  }
}
