import JSON

/// `list.sortBy(x, key)`: stable, ascending; unknown where a key is.
final class SortByNode: LoopNode {
  private let key: Child

  init(_ parts: Parts, key: Node) {
    self.key = Child(key)
    super.init(parts, bodies: [key])
  }

  override func fold(_ elements: Elements, _ frame: inout Frame) -> Value {
    var keyed: [(key: Value, value: Value, place: Int)] = []
    keyed.reserveCapacity(elements.count)
    var unknown: Unknown?
    for place in 0..<elements.count {
      guard enter(elements, place, &frame) else { break }
      let found = key.evaluate(&frame)
      if case .error = found { return found }
      if elements.isRemainder(place) {
        unknown.add(elements.value(at: place))
      } else {
        keyed.append((found, elements.element(at: place), place))
      }
      unknown.add(found)
    }
    if let unknown { return .unknown(unknown.with(candidates: [.list(ListValue(keyed.map { $0.value }))])) }
    var incomparable: Value?
    keyed.sort { left, right in
      switch Value.order(left.key, right.key) {
      case .ordered(.equal), .unordered: return left.place < right.place
      case .ordered(let ordering): return ordering == .less
      case .incomparable:
        incomparable = .error(
          EvaluationError.noSuchOverload(parts.name, [left.key, right.key]).located(parts.range))
        return false
      }
    }
    return incomparable ?? .list(ListValue(keyed.map { $0.value }))
  }
}
