/// A map in order of insertion, found by key in O(1); numeric keys of equal value are one key.
public final class MapValue: Sendable {
  public let keys: [Value]
  public let values: [Value]
  /// True where something within is unknown.
  public let isOpen: Bool
  private let places: [MapKey: Int]

  /// - Parameter entries: a later entry of an equal key replaces an earlier one.
  /// - Returns: nil where a key is not a bool, int, uint or string.
  public convenience init?(_ entries: [(key: Value, value: Value)]) {
    var builder = MapBuilder()
    for (key, value) in entries {
      guard builder.set(key, value) != .invalidKey else { return nil }
    }
    self.init(builder)
  }

  init(_ builder: MapBuilder) {
    keys = builder.keys
    values = builder.values
    places = builder.places
    isOpen = builder.values.contains { $0.isOpen }
  }

  /// The value under a key; a double or decimal finds an integer key of the same value.
  public subscript(key: Value) -> Value? {
    guard let mapKey = MapKey(lookingUp: key), let place = places[mapKey] else { return nil }
    return values[place]
  }
}
