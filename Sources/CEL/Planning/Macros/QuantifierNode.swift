import JSON

/// `all` and `exists`: `&&` and `||` over the elements.
final class QuantifierNode: LoopNode {
  private let predicate: Child
  /// The value that decides: false for `all`, true for `exists`.
  private let decisive: Bool

  init(_ parts: Parts, predicate: Node, decisive: Bool) {
    self.predicate = Child(predicate)
    self.decisive = decisive
    super.init(parts, bodies: [predicate])
  }

  override func fold(_ elements: Elements, _ frame: inout Frame) -> Value {
    var fold = LogicFold(decisive: decisive)
    for place in 0..<elements.count {
      guard enter(elements, place, &frame) else { break }
      if fold.decides(predicate.evaluate(&frame)) { return .bool(decisive) }
    }
    return fold.result(parts.range)
  }

  override func fold(open list: OpenList, _ frame: inout Frame) -> Found? {
    var isOpen = !list.isComplete
    for element in list.elements {
      guard enter(element, &frame) else { return nil }
      guard case .bool(let bool) = predicate.evaluate(&frame) else {
        isOpen = true
        continue
      }
      guard bool == decisive else { continue }
      if element.isCertain { return .value(decisive) }
      isOpen = true
    }
    return isOpen ? nil : .value(!decisive)
  }
}
