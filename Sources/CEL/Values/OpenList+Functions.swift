import JSON

/// What functions of lists make of an open one; nil where its values cannot be compared.
extension OpenList {
  /// Each value once: one that stands there for certain takes in all that are equal to it.
  func distinct() -> OpenList? {
    guard let split = Split(self) else { return nil }
    var result = OpenList(
      split.known.map { Element(value: $0.value, isCertain: $0.certain > 0) } + split.unknown,
      isComplete: isComplete)
    // Some value there is.
    if split.certain == 0, elements.contains(where: { $0.isCertain }) { result.floor = 1 }
    return result
  }

  /// What stands there more than once.
  func duplicates() -> OpenList? {
    guard let split = Split(self) else { return nil }
    let further = split.unknown.count
    var found: [Element] = []
    for value in split.known {
      if value.certain > 1 {
        found.append(Element(value: value.value, isCertain: true))
      } else if value.possible + further > 1 {
        found.append(Element(value: value.value, isCertain: false))
      }
    }
    if further > 1 { found += split.unknown }
    return OpenList(found, isComplete: isComplete)
  }

  /// What another list lacks of this one.
  func without(_ other: OpenList) -> OpenList? {
    guard let split = Split(other) else { return nil }
    let isOther = !split.unknown.isEmpty || !other.isComplete
    var (certain, possible) = (
      MemberIndex(split.known.filter { $0.certain > 0 }.map { $0.value }),
      MemberIndex(split.known.map { $0.value })
    )
    var kept: [Element] = []
    var wanted: [Value] = []
    for element in elements {
      if element.value.isOpen {
        guard case .unknown = element.value else { return nil }
        kept.append(Element(value: element.value, isCertain: false))
        continue
      }
      guard case .bool(let isThere) = certain.contains(element.value),
        case .bool(let mayBe) = possible.contains(element.value)
      else { return nil }
      if isThere { continue }
      if element.isCertain, !mayBe { wanted.append(element.value) }
      kept.append(Element(value: element.value, isCertain: element.isCertain && !mayBe && !isOther))
    }
    var result = OpenList(kept, isComplete: isComplete)
    // An unknown element of the other is one of those that are lacking, and no two.
    if other.isComplete, let different = OpenList(Value.list(ListValue(wanted)))?.distinct() {
      result.floor = max(0, different.elements.count - split.unknown.count)
    }
    return result
  }

  /// The elements of the lists that stand in it.
  func flattened() -> OpenList? {
    var result = OpenList([], isComplete: isComplete)
    for element in elements {
      guard let inner = OpenList(element.value) else {
        guard case .unknown = element.value else { return nil }
        result.isComplete = false
        continue
      }
      if !inner.isComplete { result.isComplete = false }
      result.elements += inner.elements.map {
        Element(value: $0.value, isCertain: $0.isCertain && element.isCertain)
      }
    }
    return result
  }
}

/// The known values of an open list, each once with how often it stands there, apart from unknown elements.
private struct Split {
  var known: [(value: Value, certain: Int, possible: Int)] = []
  var unknown: [OpenList.Element] = []
  var certain: Int { known.count { $0.certain > 0 } }

  init?(_ list: OpenList) {
    var places: [MapKey: Int] = [:]
    var isKeyed: Bool?
    var budget = 1 << 20
    for element in list.elements {
      if case .unknown = element.value {
        unknown.append(OpenList.Element(value: element.value, isCertain: false))
        continue
      }
      // Of a record some field of which is not given it is open whether it is equal to another.
      guard !element.value.isOpen else { return nil }
      let key = MapKey(element.value)
      // Values with a key and without may be equal to each other.
      guard isKeyed == nil || isKeyed == (key != nil) else { return nil }
      isKeyed = key != nil
      var place = key.flatMap { places[$0] }
      if key == nil {
        budget -= known.count
        guard budget > 0 else { return nil }
        for (index, other) in known.enumerated() where place == nil {
          switch Value.equality(element.value, other.value) {
          case .bool(true): place = index
          case .bool(false): break
          default: return nil
          }
        }
      }
      if place == nil {
        if let key { places[key] = known.count }
        place = known.count
        known.append((element.value, 0, 0))
      }
      guard let place else { return nil }
      known[place].possible += 1
      if element.isCertain { known[place].certain += 1 }
    }
  }
}
