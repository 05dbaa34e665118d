import JSON

/// How many elements satisfied a predicate, and what is open about the others.
private struct Count {
  var holds: Int64 = 0
  var open: Int64 = 0
  var failed: Int64 = 0
  var unknown: Unknown?
  var error: EvaluationError?

  mutating func add(_ value: Value, _ node: LoopNode) {
    switch value {
    case .bool(let bool): if bool { holds += 1 }
    case .unknown(let found):
      open += 1
      unknown.add(found)
    case .error(let found): fail(found)
    default: fail(node.mistyped(value))
    }
  }

  private mutating func fail(_ found: EvaluationError) {
    failed += 1
    if error == nil { error = found }
  }
}

/// `exists_one`: an error of any element is the result, then two that hold decide.
final class ExistsOneNode: LoopNode {
  private let predicate: Child

  init(_ parts: Parts, predicate: Node) {
    self.predicate = Child(predicate)
    super.init(parts, bodies: [predicate])
  }

  override func fold(_ elements: Elements, _ frame: inout Frame) -> Value {
    var count = Count()
    for place in 0..<elements.count {
      guard enter(elements, place, &frame) else { break }
      count.add(predicate.evaluate(&frame), self)
      if let error = count.error { return .error(error) }
    }
    if count.holds > 1 { return .bool(false) }
    if let unknown = count.unknown { return .unknown(unknown.scalar) }
    return .bool(count.holds == 1)
  }
}

/// `existsAtLeast(n, x, p)`: true with n that hold, false where holding and open ones together are too few.
final class ExistsAtLeastNode: LoopNode {
  private let least: Child
  private let predicate: Child

  init(_ parts: Parts, least: Node, predicate: Node) {
    self.least = Child(least)
    self.predicate = Child(predicate)
    super.init(parts, bodies: [least, predicate])
  }

  override func fold(_ elements: Elements, _ frame: inout Frame) -> Value {
    let bound = least.evaluate(&frame)
    guard case .int(let needed) = bound else {
      return bound.isUnsettled ? open(bound, elements, &frame) : .error(mistyped(bound))
    }
    var count = Count()
    for place in 0..<elements.count where count.holds < needed {
      guard enter(elements, place, &frame) else { break }
      count.add(predicate.evaluate(&frame), self)
    }
    if count.holds >= needed { return .bool(true) }
    if count.holds + count.open + count.failed < needed { return .bool(false) }
    if let unknown = count.unknown { return .unknown(unknown.scalar) }
    return count.error.map(Value.error) ?? .bool(false)
  }

  override func fold(open list: OpenList, _ frame: inout Frame) -> Found? {
    guard case .int(let needed) = least.evaluate(&frame) else { return nil }
    var holds: Int64 = 0
    var possible: Int64 = 0
    for element in list.elements {
      guard enter(element, &frame) else { return nil }
      let value = predicate.evaluate(&frame)
      if case .bool(false) = value { continue }
      possible += 1
      if case .bool(true) = value, element.isCertain { holds += 1 }
    }
    if holds >= needed { return .value(true) }
    return list.isComplete && possible < needed ? .value(false) : nil
  }

  /// With the number itself open, everything counts that the elements leave open.
  private func open(_ bound: Value, _ elements: Elements, _ frame: inout Frame) -> Value {
    guard case .unknown(let unknown) = bound else { return bound }
    var all: Unknown? = unknown
    for place in 0..<elements.count {
      guard enter(elements, place, &frame) else { break }
      all.add(predicate.evaluate(&frame))
    }
    return .unknown((all ?? unknown).scalar)
  }
}
