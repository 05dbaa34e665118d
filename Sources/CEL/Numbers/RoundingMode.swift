/// How a number is rounded to fewer places.
public enum RoundingMode: Hashable, Sendable {
  /// To the nearest; a tie goes to the even digit.
  case halfEven
  /// To the nearest; a tie goes away from zero.
  case halfUp
  /// Away from zero.
  case up
  /// Towards zero.
  case down
  /// Towards negative infinity.
  case floor
  /// Towards positive infinity.
  case ceiling

  /// Whether the magnitude of a quotient grows by one.
  ///
  /// - Parameters:
  ///   - odd: whether the truncated quotient is odd.
  ///   - remainder: how twice the remainder stands to the divisor, both as magnitudes; the remainder is not zero.
  ///   - negative: whether the exact quotient is below zero.
  func increments(odd: Bool, remainder: Ordering, negative: Bool) -> Bool {
    switch self {
    case .halfEven: remainder == .greater || (remainder == .equal && odd)
    case .halfUp: remainder != .less
    case .up: true
    case .down: false
    case .floor: negative
    case .ceiling: !negative
    }
  }
}
