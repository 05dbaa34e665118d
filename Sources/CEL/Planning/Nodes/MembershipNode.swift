import JSON

/// `element in collection`: true where a known element is equal, else unknown where anything is.
final class MembershipNode: Node {
  private let element: Child
  private let collection: Child
  private let range: SourceRange

  init(_ element: Node, _ collection: Node, range: SourceRange) {
    self.element = Child(element)
    self.collection = Child(collection)
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let (needle, haystack) = (element.evaluate(&frame), collection.evaluate(&frame))
    if needle.isUnsettled || haystack.isUnsettled {
      let known = OpenList(haystack).flatMap { $0.contains(needle) }
      return known.map(Value.bool) ?? Value.strict(needle, haystack)
    }
    switch haystack {
    case .list(let list):
      frame.charge(for: haystack)
      return contains(list, needle)
    case .map(let map):
      return .bool(map[needle] != nil)
    default:
      return .error(EvaluationError.noSuchOverload(Operator.membership, [needle, haystack]).located(range))
    }
  }

  private func contains(_ list: ListValue, _ needle: Value) -> Value {
    var fold = LogicFold(decisive: true)
    for candidate in list.elements where fold.decides(Value.equality(needle, candidate)) {
      return .bool(true)
    }
    if let remainder = list.remainder { _ = fold.decides(remainder) }
    return fold.result(range)
  }
}
