import JSON

/// `element in collection`: true where a known element is equal, else unknown where anything is.
final class MembershipNode: Node {
  private let element: Node
  private let collection: Node
  private let range: SourceRange

  init(_ element: Node, _ collection: Node, range: SourceRange) {
    self.element = element
    self.collection = collection
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let (needle, haystack) = (element.evaluate(&frame), collection.evaluate(&frame))
    if needle.isUnsettled || haystack.isUnsettled { return Value.strict(needle, haystack) }
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

/// `element in […]` with a list of constants.
final class ConstantMembershipNode: Node {
  private let element: Node
  private let constants: [Value]
  /// The constants as keys, where all of them are texts, integers, bools or enum members and there are many.
  private let keys: Set<MapKey>
  private let range: SourceRange

  /// From this many constants on, hashing is faster than comparing.
  private static let hashingCount = 12

  init(_ element: Node, _ constants: [Value], range: SourceRange) {
    self.element = element
    self.constants = constants
    let keys = constants.compactMap { MapKey($0) }
    let hashes = keys.count == constants.count && keys.count >= ConstantMembershipNode.hashingCount
    self.keys = hashes ? Set(keys) : []
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    let needle = element.evaluate(&frame)
    if needle.isUnsettled { return needle }
    if !keys.isEmpty, let key = MapKey(needle) { return .bool(keys.contains(key)) }
    var fold = LogicFold(decisive: true)
    for constant in constants {
      if let equal = Value.scalarEquality(needle, constant) {
        if equal { return .bool(true) }
      } else if fold.decides(Value.equality(needle, constant)) {
        return .bool(true)
      }
    }
    return fold.result(range)
  }
}
