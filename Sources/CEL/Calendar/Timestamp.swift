/// An instant from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z, to the nanosecond.
public struct Timestamp: Hashable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
  public let seconds: Int64
  /// Nanoseconds after the whole second, 0 … 999,999,999.
  public let nanoseconds: Int32

  private static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  public static let first = Timestamp(uncheckedSeconds: range.lowerBound, nanoseconds: 0)
  public static let last = Timestamp(uncheckedSeconds: range.upperBound, nanoseconds: 999_999_999)

  private init(uncheckedSeconds seconds: Int64, nanoseconds: Int32) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// An instant by its distance from 1970-01-01T00:00:00Z; nil outside the range.
  ///
  /// - Parameter nanoseconds: 0 … 999,999,999.
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard Self.range ~= seconds, 0..<1_000_000_000 ~= nanoseconds else { return nil }
    self.init(uncheckedSeconds: seconds, nanoseconds: nanoseconds)
  }

  /// The calendar day on which the instant falls by clocks of an offset; nil outside the years 1 … 9999.
  public func date(at offset: ZoneOffset) -> CivilDate? {
    CivilDate(daysSinceEpoch: (seconds + Int64(offset.seconds)).quotient(flooredBy: 86_400))
  }
}

extension Timestamp: Comparable {
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}

/// Arithmetic.
extension Timestamp {
  /// - Throws: `overflow` outside the range of timestamps.
  public static func + (
    left: Timestamp, right: CELDuration
  ) throws(ArithmeticError) -> Timestamp {
    try left.adding(Int128(right.nanoseconds))
  }

  /// - Throws: `overflow` outside the range of timestamps.
  public static func - (
    left: Timestamp, right: CELDuration
  ) throws(ArithmeticError) -> Timestamp {
    try left.adding(-Int128(right.nanoseconds))
  }

  /// - Throws: `overflow` where the time between is longer than a duration can be, about 292 years.
  public static func - (
    left: Timestamp, right: Timestamp
  ) throws(ArithmeticError) -> CELDuration {
    guard let nanoseconds = Int64(exactly: left.total - right.total) else { throw .overflow }
    return CELDuration(nanoseconds: nanoseconds)
  }

  /// Nanoseconds since 1970.
  private var total: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }

  private func adding(_ distance: Int128) throws(ArithmeticError) -> Timestamp {
    let sum = total + distance
    let second = sum.quotient(flooredBy: 1_000_000_000)
    guard
      let timestamp = Timestamp(
        seconds: Int64(truncatingIfNeeded: second),
        nanoseconds: Int32(truncatingIfNeeded: sum - second * 1_000_000_000))
    else { throw .overflow }
    return timestamp
  }
}

extension SignedInteger {
  /// The quotient, rounded down; the divisor is above zero.
  func quotient(flooredBy divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
