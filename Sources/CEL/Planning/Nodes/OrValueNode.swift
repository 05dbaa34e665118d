import JSON

/// `optional.or(other)` and `optional.orValue(other)`: the other operand counts only where there is no value.
final class OrValueNode: Node {
  private let operand: Child
  private let other: Child
  /// True for `orValue`, which takes the value out.
  private let unwraps: Bool
  private let range: SourceRange

  init(_ operand: Node, _ other: Node, unwraps: Bool, range: SourceRange) {
    self.operand = Child(operand)
    self.other = Child(other)
    self.unwraps = unwraps
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let value = operand.evaluate(&frame)
    switch value {
    case .optional(let optional):
      guard let inner = optional.value else { return alternative(&frame) }
      return unwraps ? inner : value
    case .unknown(let unknown):
      var all: Unknown? = unknown
      all.add(other.evaluate(&frame))
      return .unknown(all ?? unknown)
    case .error: return value
    default: return .error(EvaluationError.noSuchOverload(name, [value]).located(range))
    }
  }

  private func alternative(_ frame: inout Frame) -> Value {
    let value = other.evaluate(&frame)
    if unwraps || value.isUnsettled { return value }
    if case .optional = value { return value }
    return .error(EvaluationError.noSuchOverload(name, [value]).located(range))
  }

  private var name: Text { unwraps ? "orValue" : "or" }
}
