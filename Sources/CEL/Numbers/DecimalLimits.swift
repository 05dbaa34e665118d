/// How large a decimal may be where it is read.
///
/// Both counts are of the number, not of its spelling: zeros in front and after the last decimal place don't count.
public struct DecimalLimits: Hashable, Sendable {
  /// The largest number of digits before and after the point together.
  public let digits: Int
  /// The largest number of digits after the point.
  public let scale: Int

  public init(digits: Int, scale: Int) {
    self.digits = digits
    self.scale = min(max(scale, 0), Decimal.maximumScale)
  }

  /// What a `Decimal` can hold.
  public static let all = DecimalLimits(digits: 39, scale: Decimal.maximumScale)

  /// What a number of a record may have: 18 digits, 9 of them after the point at most.
  public static let record = DecimalLimits(digits: 18, scale: 9)
}
