import JSON

/// `!`.
final class NotNode: Node {
  private let operand: Child
  private let range: SourceRange

  init(_ operand: Node, range: SourceRange) {
    self.operand = Child(operand)
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let value = operand.evaluate(&frame)
    if case .bool(let bool) = value { return .bool(!bool) }
    if value.isUnsettled { return value }
    return .error(EvaluationError.noSuchOverload(Operator.not, [value]).located(range))
  }
}
