import JSON

/// `operand[index]` and `operand[?index]`.
final class IndexNode: Node {
  private let operand: Child
  private let index: Child
  private let isOptional: Bool
  private let range: SourceRange

  init(_ operand: Node, _ index: Node, isOptional: Bool, range: SourceRange) {
    self.operand = Child(operand)
    self.index = Child(index)
    self.isOptional = isOptional
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let (container, place) = (operand.evaluate(&frame), index.evaluate(&frame))
    if container.isUnsettled || place.isUnsettled { return open(container, place) }
    guard case .optional(let optional) = container else {
      return answer(IndexNode.element(container, place), wrapped: isOptional, container, place)
    }
    guard let inner = optional.value else { return container }
    if inner.isUnsettled { return inner }
    return answer(IndexNode.element(inner, place), wrapped: true, inner, place)
  }

  /// With an operand open: whatever may stand at the place is a candidate.
  private func open(_ container: Value, _ place: Value) -> Value {
    let result = Value.strict(container, place)
    guard case .unknown(let unknown) = result else { return result }
    var candidates: [Value] = []
    for candidate in container.structured {
      switch candidate {
      case .list(let list): candidates += list.elements
      case .map(let map): candidates += map.values
      default: candidates.append(candidate)
      }
    }
    var all: Unknown? = unknown
    for candidate in candidates { all.add(candidate) }
    return .unknown((all ?? unknown).with(candidates: candidates))
  }

  private enum Element {
    case found(Value)
    case unknown(Unknown)
    case absent(EvaluationError)
    case unsuitable
  }

  private func answer(_ element: Element, wrapped: Bool, _ container: Value, _ place: Value) -> Value {
    switch element {
    case .found(let value) where value.isUnsettled: value
    case .found(let value): wrapped ? .optional(OptionalValue(value)) : value
    case .unknown(let unknown): .unknown(unknown)
    case .absent(let error): wrapped ? .optional(OptionalValue(nil)) : .error(error.located(range))
    case .unsuitable:
      .error(EvaluationError.noSuchOverload(Operator.index, [container, place]).located(range))
    }
  }

  private static func element(_ container: Value, _ place: Value) -> Element {
    switch container {
    case .list(let list):
      if list.items != nil, case .string(let key) = place { return item(list, key) }
      return element(list, at: place)
    case .map(let map):
      return map[place].map(Element.found) ?? .absent(EvaluationError(.noSuchKey, [place.debugText]))
    default:
      return .unsuitable
    }
  }

  private static func item(_ list: ListValue, _ key: Text) -> Element {
    switch Selection(.list(list), .key(key)) {
    case .found(let value): .found(value)
    case .notGiven(let path): .unknown(Unknown(path))
    case .noKey, .noField, .unsuitable: .unsuitable
    }
  }

  private static func element(_ list: ListValue, at place: Value) -> Element {
    let index: Int64?
    switch place {
    case .int(let int): index = int
    case .uint(let uint): index = Int64(exactly: uint)
    case .double(let double): index = Int64(exactly: double)
    default: return .unsuitable
    }
    if let index = index.flatMap(Int.init(exactly:)), list.elements.indices.contains(index) {
      return .found(list.elements[index])
    }
    if case .unknown(let unknown)? = list.remainder, index.map({ $0 >= 0 }) ?? false {
      return .unknown(unknown)
    }
    return .absent(EvaluationError(.indexOutOfBounds, [place.debugText, Text("\(list.elements.count)")]))
  }
}
