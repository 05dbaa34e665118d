/// How one value stands to another in a total order.
public enum Ordering: Int8, Hashable, Sendable {
  case less = -1
  case equal = 0
  case greater = 1

  /// Compares two values of an ordered type.
  @inlinable public init<Value: Comparable>(_ left: Value, _ right: Value) {
    self = left < right ? .less : left == right ? .equal : .greater
  }

  /// The ordering with the two values exchanged.
  @inlinable public var reversed: Ordering {
    switch self {
    case .less: .greater
    case .equal: .equal
    case .greater: .less
    }
  }
}
