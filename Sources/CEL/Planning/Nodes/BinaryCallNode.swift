import JSON

/// A call with two arguments, without an array of arguments.
final class BinaryCallNode: Node {
  typealias Body = @Sendable (Value, Value, borrowing CallContext) -> Value?

  private let name: Text
  private let left: Node
  private let right: Node
  private let first: Body
  private let rest: [Body]
  private let takesOpen: Bool
  private let range: SourceRange

  init(
    _ name: Text, _ left: Node, _ right: Node, first: @escaping Body, rest: [Body], takesOpen: Bool,
    range: SourceRange
  ) {
    self.name = name
    self.left = left
    self.right = right
    self.first = first
    self.rest = rest
    self.takesOpen = takesOpen
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let (a, b) = (left.evaluate(&frame), right.evaluate(&frame))
    let isOpen = takesOpen ? a.isUnsettled || b.isUnsettled : a.isOpen || b.isOpen
    if isOpen { return Value.strict(a, b) }
    frame.charge(for: a)
    frame.charge(for: b)
    if let result = first(a, b, frame.context) { return finished(result, &frame) }
    for body in rest {
      if let result = body(a, b, frame.context) { return finished(result, &frame) }
    }
    return .error(EvaluationError.noSuchOverload(name, [a, b]).located(range))
  }

  @inline(__always)
  private func finished(_ result: Value, _ frame: inout Frame) -> Value {
    frame.charge(for: result)
    return result.located(range)
  }
}
