import JSON

/// `[a, ?b]`. Elements may be unknown; an error is the result.
final class ListNode: Node {
  private let elements: [Child]
  /// One flag an element.
  private let optional: [Bool]
  private let range: SourceRange

  init(_ elements: [Node], optional: [Bool], range: SourceRange) {
    self.elements = elements.map(Child.init)
    self.optional = optional
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    var error: Value?
    for (place, element) in elements.enumerated() {
      let value = element.evaluate(&frame)
      switch value {
      case .error: error = error ?? value
      case .optional(let inner) where optional[place]:
        if let inner = inner.value { values.append(inner) }
      case .unknown: values.append(value)
      default:
        if optional[place] {
          error = error ?? .error(EvaluationError.noSuchOverload("optional", [value]).located(range))
        }
        values.append(value)
      }
    }
    return error ?? .list(ListValue(values))
  }
}
