/// A length of time, to the nanosecond: CEL's `google.protobuf.Duration`.
///
/// The range is that of 64-bit nanoseconds, about ±292 years. The specification's conformance suite asks for a range
/// error well inside the ±10,000 years of the message type, and this is the range of the reference implementation.
public struct CELDuration: Hashable, Sendable {
  public let nanoseconds: Int64

  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// Whole hours, towards zero: CEL's `getHours`.
  public var hours: Int64 { nanoseconds / 3_600_000_000_000 }
  /// Whole minutes, towards zero: CEL's `getMinutes`.
  public var minutes: Int64 { nanoseconds / 60_000_000_000 }
  /// Whole seconds, towards zero: CEL's `getSeconds`.
  public var seconds: Int64 { nanoseconds / 1_000_000_000 }
  /// Whole milliseconds after the last whole second, -999 … 999: CEL's `getMilliseconds`.
  public var milliseconds: Int64 { nanoseconds / 1_000_000 % 1000 }
}

extension CELDuration: Comparable {
  public static func < (left: CELDuration, right: CELDuration) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

/// Arithmetic.
extension CELDuration {
  /// - Throws: `overflow`.
  public static func + (
    left: CELDuration, right: CELDuration
  ) throws(ArithmeticError) -> CELDuration {
    let (sum, overflow) = left.nanoseconds.addingReportingOverflow(right.nanoseconds)
    guard !overflow else { throw .overflow }
    return CELDuration(nanoseconds: sum)
  }

  /// - Throws: `overflow`.
  public static func - (
    left: CELDuration, right: CELDuration
  ) throws(ArithmeticError) -> CELDuration {
    let (difference, overflow) = left.nanoseconds.subtractingReportingOverflow(right.nanoseconds)
    guard !overflow else { throw .overflow }
    return CELDuration(nanoseconds: difference)
  }

  /// - Throws: `overflow`.
  public static prefix func - (value: CELDuration) throws(ArithmeticError) -> CELDuration {
    try CELDuration(nanoseconds: 0) - value
  }
}
