import CEL
import JSON

/// A set of values that has been checked, ready to stand in a larger expression.
public struct TermSet: Sendable {
  /// A CEL list, as literal or in parentheses.
  public let text: Text
  /// The type of its elements; `error` where the set was reported.
  public let element: CELType
  /// The number of its elements, where it is written out.
  public let count: Int?
  public let node: JSONNode
}

extension TermSet: CustomStringConvertible {
  public var description: String { text.string }
}
