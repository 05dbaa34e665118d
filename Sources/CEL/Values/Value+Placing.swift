import JSON

extension RecordValue {
  /// The same record as a part of another, at a place of that one; O(size).
  ///
  /// What it does not give is then missing at that place.
  public func placed(at place: Path) -> RecordValue {
    RecordValue(type: type, slots: slots.map { $0?.placed(at: place) }, path: place.appending(path))
  }
}

extension Value {
  fileprivate func placed(at place: Path) -> Value {
    switch self {
    case .record(let record): .record(record.placed(at: place))
    case .list(let list): .list(list.placed(at: place))
    case .map(let map): .map(map.placed(at: place))
    case .unknown(let unknown): .unknown(unknown.placed(at: place))
    default: self
    }
  }
}

extension ListValue {
  fileprivate func placed(at place: Path) -> ListValue {
    ListValue(
      elements.map { $0.placed(at: place) }, path: path.map(place.appending), items: items,
      isComplete: isComplete)
  }
}

extension MapValue {
  fileprivate func placed(at place: Path) -> MapValue {
    guard isOpen else { return self }
    var builder = MapBuilder()
    for (key, value) in zip(keys, values) { _ = builder.set(key, value.placed(at: place)) }
    return MapValue(builder)
  }
}

extension Unknown {
  /// Paths begin with a name, so that one follows the place after a dot.
  fileprivate func placed(at place: Path) -> Unknown {
    let prefix = place.text + "."
    return Unknown(sorted: paths.map { prefix + $0 }, candidates: candidates.map { $0.placed(at: place) })
  }
}
