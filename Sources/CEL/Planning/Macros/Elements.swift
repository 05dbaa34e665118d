/// What a macro walks: a list, with an unknown element more where it is incomplete, or a map in its order.
struct Elements {
  private enum Source {
    case list(ListValue)
    case map(MapValue)
  }

  private let source: Source
  private let known: Int
  /// What an incomplete list may still get.
  private let remainder: Value?

  init(_ list: ListValue) {
    source = .list(list)
    known = list.elements.count
    remainder = list.remainder
  }

  init(_ map: MapValue) {
    source = .map(map)
    known = map.keys.count
    remainder = nil
  }

  var count: Int { remainder == nil ? known : known + 1 }

  /// True for the element that stands for what may follow.
  func isRemainder(_ place: Int) -> Bool { place == known }

  /// An element of a list or a key of a map.
  func element(at place: Int) -> Value {
    switch source {
    case .list: value(at: place)
    case .map(let map): map.keys[place]
    }
  }

  /// The index in a list or the key in a map.
  func key(at place: Int) -> Value {
    switch source {
    case .list: .int(Int64(place))
    case .map(let map): map.keys[place]
    }
  }

  func value(at place: Int) -> Value {
    switch source {
    case .list(let list):
      if place < known { return list.elements[place] }
      return remainder ?? .null
    case .map(let map): return map.values[place]
    }
  }

  /// A list made of these elements: as open at its end as they are.
  func list(_ values: [Value], isComplete: Bool) -> Value {
    if !isComplete, case .list(let list) = source {
      return .list(ListValue(values, path: list.path, isComplete: false))
    }
    return .list(ListValue(values))
  }
}
