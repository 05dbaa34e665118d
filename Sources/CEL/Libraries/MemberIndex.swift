import JSON

/// Values to look for equal ones among: texts, integers and bools by hash, all others by comparison with each.
struct MemberIndex {
  private var keys: Set<MapKey> = []
  private var keyed: [Value] = []
  private var others: [Value] = []
  /// Comparisons still allowed, since they cost no steps of the evaluation.
  private var budget = 1 << 26

  init(_ elements: [Value] = []) {
    for element in elements { insert(element) }
  }

  mutating func insert(_ element: Value) {
    if let key = MemberIndex.key(element) {
      if keys.insert(key).inserted { keyed.append(element) }
    } else {
      others.append(element)
    }
  }

  /// Whether an equal value has been inserted: a bool; an error where comparing gives one and nothing is equal, and
  /// where it takes too many comparisons.
  mutating func contains(_ element: Value) -> Value {
    var candidates = others[...]
    if let key = MemberIndex.key(element) {
      if keys.contains(key) { return .bool(true) }
    } else {
      candidates += keyed
    }
    budget -= candidates.count
    guard budget >= 0 else { return .overflow(Operator.membership) }
    var fold = LogicFold(decisive: true)
    for candidate in candidates where fold.decides(Value.equality(element, candidate)) { return .bool(true) }
    return fold.result()
  }

  /// A key that is identical exactly for equal values, among values that have one.
  private static func key(_ value: Value) -> MapKey? {
    switch value {
    case .bool, .int, .uint, .string: MapKey(value)
    default: nil
    }
  }
}
