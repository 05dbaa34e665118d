import JSON

/// `==` and `!=`.
final class EqualityNode: Node {
  private let left: Child
  private let right: Child
  private let isNegated: Bool
  private let range: SourceRange

  init(_ left: Node, _ right: Node, isNegated: Bool, range: SourceRange) {
    self.left = Child(left)
    self.right = Child(right)
    self.isNegated = isNegated
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let (a, b) = (left.evaluate(&frame), right.evaluate(&frame))
    if let equal = Value.scalarEquality(a, b) { return .bool(equal != isNegated) }
    frame.charge(for: a)
    let equality = Value.equality(a, b)
    if case .bool(let equal) = equality { return .bool(equal != isNegated) }
    return equality.located(range)
  }
}
