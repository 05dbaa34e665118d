import JSON

/// Upper bounds of how large a value can be.
struct Size {
  /// Elements of a list, entries of a map.
  var items: UInt64
  /// Characters of a text or bytes, or of the largest text within a list or map.
  var length: UInt64

  /// For what has no declared size: 1,000 elements, texts of 1,000 characters.
  static let undeclared = Size(items: 1_000, length: 1_000)

  func union(_ other: Size) -> Size {
    Size(items: max(items, other.items), length: max(length, other.length))
  }
}

extension UInt64 {
  /// The sum, or the largest number where it does not fit.
  func addingClamped(_ other: UInt64) -> UInt64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  /// The product, or the largest number where it does not fit.
  func multipliedClamped(by other: UInt64) -> UInt64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
