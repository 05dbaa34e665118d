import JSON

/// `condition ? first : second`.
final class ConditionalNode: Node {
  private let condition: Child
  private let first: Child
  private let second: Child
  private let range: SourceRange

  init(_ condition: Node, _ first: Node, _ second: Node, range: SourceRange) {
    self.condition = Child(condition)
    self.first = Child(first)
    self.second = Child(second)
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let choice = condition.evaluate(&frame)
    switch choice {
    case .bool(let bool): return bool ? first.evaluate(&frame) : second.evaluate(&frame)
    case .unknown(let unknown): return open(unknown, first.evaluate(&frame), second.evaluate(&frame))
    case .error: return choice
    default:
      return .error(EvaluationError.noSuchOverload(Operator.conditional, [choice]).located(range))
    }
  }

  /// With the condition open: the value of both branches where they are known and equal.
  private func open(_ condition: Unknown, _ first: Value, _ second: Value) -> Value {
    if !first.isOpen, !second.isOpen, case .bool(true) = Value.equality(first, second) { return first }
    var all: Unknown? = condition
    all.add(first)
    all.add(second)
    return .unknown((all ?? condition).with(candidates: [first, second]))
  }
}
