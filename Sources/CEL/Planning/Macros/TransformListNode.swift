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
    for place in 0..<elements.count {
      guard enter(elements, place, &frame) else { break }
      switch Decision(predicate, &frame, self) {
      case .drop: continue
      case .keep: break
      case .open(let found): unknown.add(found)
      case .failed(let found):
        if error == nil { error = .error(found) }
        continue
      }
      if elements.isRemainder(place) { isComplete = false }
      guard let transform else {
        if !elements.isRemainder(place) { values.append(elements.element(at: place)) }
        continue
      }
      let value = transform.evaluate(&frame)
      switch value {
      case .error: if error == nil { error = value }
      case .unknown(let found): unknown.add(found)
      default: if !elements.isRemainder(place) { values.append(value) }
      }
    }
    let list = elements.list(values, isComplete: isComplete)
    return error ?? unknown.map { .unknown($0.with(candidates: [list])) } ?? list
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
