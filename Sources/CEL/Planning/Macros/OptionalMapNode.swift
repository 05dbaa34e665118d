import JSON

/// `optional.optMap(x, t)` and `optional.optFlatMap(x, t)`.
final class OptionalMapNode: Node {
  private let operand: Child
  private let slot: Int
  private let transform: Child
  /// True where the transform itself gives an optional.
  private let isFlat: Bool
  private let range: SourceRange

  init(_ operand: Node, slot: Int, _ transform: Node, isFlat: Bool, range: SourceRange) {
    self.operand = Child(operand)
    self.slot = slot
    self.transform = Child(transform)
    self.isFlat = isFlat
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let value = operand.evaluate(&frame)
    switch value {
    case .optional(let optional):
      guard let inner = optional.value else { return value }
      return made(of: inner, &frame)
    case .unknown(let unknown):
      var all: Unknown? = unknown
      all.add(made(of: value, &frame))
      return .unknown(all ?? unknown)
    case .error:
      return value
    default:
      return .error(EvaluationError.noSuchOverload(isFlat ? "optFlatMap" : "optMap", [value]).located(range))
    }
  }

  private func made(of inner: Value, _ frame: inout Frame) -> Value {
    frame.locals[slot] = inner
    let result = transform.evaluate(&frame)
    if result.isUnsettled { return result }
    if !isFlat { return .optional(OptionalValue(result)) }
    if case .optional = result { return result }
    return .error(EvaluationError.noSuchOverload("optFlatMap", [result]).located(range))
  }
}
