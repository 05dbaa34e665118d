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
}
