import JSON

/// `&&` and `||`.
///
/// The deciding value wins from either operand; without it everything unknown is the result, then the first error. Longer
/// chains are trees of these: the result is the same however they nest.
final class LogicNode: Node {
  private let left: Child
  private let right: Child
  /// The value that decides: false for `&&`, true for `||`.
  private let decisive: Bool
  private let range: SourceRange

  init(_ left: Node, _ right: Node, decisive: Bool, range: SourceRange) {
    self.left = Child(left)
    self.right = Child(right)
    self.decisive = decisive
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let first = left.evaluate(&frame)
    if case .bool(let bool) = first {
      if bool == decisive { return first }
      let second = right.evaluate(&frame)
      if case .bool = second { return second }
      return fold(first, second)
    }
    return fold(first, right.evaluate(&frame))
  }

  private func fold(_ first: Value, _ second: Value) -> Value {
    var fold = LogicFold(decisive: decisive)
    if fold.decides(first) || fold.decides(second) { return .bool(decisive) }
    return fold.result(range)
  }
}
