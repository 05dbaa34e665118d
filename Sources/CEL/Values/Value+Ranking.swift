extension Value {
  /// The order of two values of one ordered type; what has none counts as equal.
  public static func ranked(_ left: Value, _ right: Value) -> Ordering {
    switch order(left, right) {
    case .ordered(let ordering): ordering
    case .unordered, .incomparable: .equal
    }
  }
}
