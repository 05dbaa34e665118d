/// Why an operation on exact numbers, dates or durations has no result.
public enum ArithmeticError: Error, Hashable, Sendable {
  /// The exact result lies outside the range of its type.
  case overflow
  /// The divisor is zero.
  case divisionByZero
}
