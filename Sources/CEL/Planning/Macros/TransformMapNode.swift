import JSON

/// `transformMap`, which keeps the keys, and `transformMapEntry`, which makes a map of each element and joins them.
///
/// Over a list the keys are the indexes. The result is unknown where a predicate or a transformed element is.
final class TransformMapNode: LoopNode {
  private let predicate: Child?
  private let transform: Child
  private let makesEntries: Bool

  init(_ parts: Parts, predicate: Node?, transform: Node, makesEntries: Bool) {
    self.predicate = predicate.map(Child.init)
    self.transform = Child(transform)
    self.makesEntries = makesEntries
    super.init(parts, bodies: [predicate, transform].compactMap { $0 })
  }

  override func fold(_ elements: Elements, _ frame: inout Frame) -> Value {
    var builder = MapBuilder()
    var unknown: Unknown?
    var error: Value?
    for place in 0..<elements.count {
      guard enter(elements, place, &frame) else { break }
      // A map has no way of being incomplete, so what may follow leaves it unknown.
      if elements.isRemainder(place) { unknown.add(elements.value(at: place)) }
      switch Decision(predicate, &frame, self) {
      case .drop: continue
      case .keep: break
      case .open(let found): unknown.add(found)
      case .failed(let found):
        if error == nil { error = .error(found) }
        continue
      }
      let value = transform.evaluate(&frame)
      switch value {
      case .error: if error == nil { error = value }
      case .unknown(let found): unknown.add(found)
      default:
        if let found = add(value, elements.key(at: place), &builder), error == nil { error = found }
      }
    }
    let map = Value.map(MapValue(builder))
    return error ?? unknown.map { .unknown($0.with(candidates: [map])) } ?? map
  }

  /// Adds what one element gave; an error where it can't be added.
  private func add(_ value: Value, _ key: Value, _ builder: inout MapBuilder) -> Value? {
    guard makesEntries else {
      _ = builder.set(key, value)
      return nil
    }
    guard case .map(let entries) = value else { return .error(mistyped(value)) }
    for (key, value) in zip(entries.keys, entries.values) where builder.set(key, value) == .replaced {
      return MapNode.error(.duplicateKey, key, parts.range)
    }
    return nil
  }
}
