import JSON

/// `filter`, `map` and `transformList`: a list of the elements, or of what is made of them, where a predicate holds.
///
/// The result is unknown where a predicate or a transformed element is.
final class TransformListNode: LoopNode {
  private let predicate: Child?
  /// Nil: the element itself.
  private let transform: Child?

  init(_ parts: Parts, predicate: Node?, transform: Node?) {
    self.predicate = predicate.map(Child.init)
    self.transform = transform.map(Child.init)
    super.init(parts, bodies: [predicate, transform].compactMap { $0 })
  }

  override func fold(_ elements: Elements, _ frame: inout Frame) -> Value {
    var values: [Value] = []
    if predicate == nil { values.reserveCapacity(elements.count) }
    var unknown: Unknown?
    var error: Value?
    var isComplete = true
    // All that may stand in the result, from where it is open.
    var open: [OpenList.Element] = []
    for place in 0..<elements.count {
      guard enter(elements, place, &frame) else { break }
      let decision = Decision(predicate, &frame, self)
      var isCertain = true
      switch decision {
      case .drop: continue
      case .keep: break
      case .open(let found):
        if unknown == nil { open = values.map { OpenList.Element(value: $0, isCertain: true) } }
        unknown.add(found)
        isCertain = false
      case .failed(let found):
        if error == nil { error = .error(found) }
        continue
      }
      if elements.isRemainder(place) { isComplete = false }
      let value = transform.map { $0.evaluate(&frame) } ?? elements.element(at: place)
      switch value {
      case .error where transform != nil:
        if error == nil { error = value }
        continue
      case .unknown(let found) where transform != nil:
        if unknown == nil { open = values.map { OpenList.Element(value: $0, isCertain: true) } }
        unknown.add(found)
      default: if !elements.isRemainder(place) { values.append(value) }
      }
      if unknown != nil, !elements.isRemainder(place) {
        open.append(OpenList.Element(value: value, isCertain: isCertain))
      }
    }
    let list = elements.list(values, isComplete: isComplete)
    return error
      ?? unknown.map {
        .unknown($0.with(candidates: [list]).with(extent: .list(OpenList(open, isComplete: isComplete))))
      } ?? list
  }

  override func fold(open list: OpenList, _ frame: inout Frame) -> Found? {
    var result = OpenList([], isComplete: list.isComplete)
    for element in list.elements {
      guard enter(element, &frame) else { return nil }
      var isCertain = element.isCertain
      switch Decision(predicate, &frame, self) {
      case .drop: continue
      case .keep: break
      case .open: isCertain = false
      case .failed: return nil
      }
      let value = transform.map { $0.evaluate(&frame) } ?? element.value
      if case .error = value { return nil }
      result.elements.append(OpenList.Element(value: value, isCertain: isCertain))
    }
    return .extent(result)
  }
}

/// What a macro's predicate says of one element.
enum Decision {
  case keep, drop
  case open(Unknown)
  case failed(EvaluationError)

  /// - Parameter predicate: nil keeps every element.
  init(_ predicate: Child?, _ frame: inout Frame, _ node: LoopNode) {
    guard let predicate else {
      self = .keep
      return
    }
    let value = predicate.evaluate(&frame)
    switch value {
    case .bool(let bool): self = bool ? .keep : .drop
    case .unknown(let unknown): self = .open(unknown)
    case .error(let error): self = .failed(error)
    default: self = .failed(node.mistyped(value))
    }
  }
}
