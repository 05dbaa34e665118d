/// A map in order of insertion, found by key in O(1); numeric keys of equal value are one key.
public final class MapValue: Sendable {
  public let keys: [Value]
  public let values: [Value]
  private let places: [MapKey: Int]

  /// - Parameter entries: a later entry of an equal key replaces an earlier one.
  /// - Returns: nil where a key is not a bool, int, uint or string.
  public init?(_ entries: [(key: Value, value: Value)]) {
    var keys: [Value] = []
    var values: [Value] = []
    var places: [MapKey: Int] = [:]
    for (key, value) in entries {
      guard let mapKey = MapKey(key) else { return nil }
      if let place = places[mapKey] {
        values[place] = value
      } else {
        places[mapKey] = keys.count
        keys.append(key)
        values.append(value)
      }
    }
    self.keys = keys
    self.values = values
    self.places = places
  }

  /// The value under a key; a double finds an integer key of the same value.
  public subscript(key: Value) -> Value? {
    guard let mapKey = MapKey(lookingUp: key), let place = places[mapKey] else { return nil }
    return values[place]
  }
}
