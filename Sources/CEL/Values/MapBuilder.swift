/// Collects the entries of a map that is being made.
struct MapBuilder {
  enum Outcome {
    case added, replaced
    /// The key is not a bool, int, uint or string.
    case invalidKey
  }

  private(set) var keys: [Value] = []
  private(set) var values: [Value] = []
  private(set) var places: [MapKey: Int] = [:]

  /// Sets the value under a key; a replaced entry keeps its place in the order.
  mutating func set(_ key: Value, _ value: Value) -> Outcome {
    guard let mapKey = MapKey(key) else { return .invalidKey }
    if let place = places[mapKey] {
      values[place] = value
      return .replaced
    }
    places[mapKey] = keys.count
    keys.append(key)
    values.append(value)
    return .added
  }
}
