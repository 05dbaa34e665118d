import JSON

/// Upper bounds of how large a value can be.
struct Size {
  /// Elements of a list, entries of a map.
  var items: UInt64
  /// Elements and entries at all depths: at least `items`, and no part of the value has more. A record counts as one.
  var total: UInt64
  /// Characters of a text or bytes, or of the longest text anywhere within.
  var length: UInt64

  init(items: UInt64, total: UInt64? = nil, length: UInt64) {
    self.items = items
    self.total = max(items, total ?? items)
    self.length = length
  }

  /// Elements in all of a list or map with no declared size.
  static let undeclaredItems: UInt64 = 1_000
  /// Characters of a text with no declared size.
  static let undeclaredLength: UInt64 = 1_000
  /// Characters of a number or date as a text, with room.
  static let scalarLength: UInt64 = 40

  /// For a value of which only the type is known.
  static func undeclared(_ type: CELType) -> Size {
    switch type {
    case .string, .bytes: Size(items: 0, length: undeclaredLength)
    case .list, .map, .dyn, .opaque, .parameter: Size(items: undeclaredItems, length: undeclaredLength)
    case .optional(let wrapped), .wrapper(let wrapped): undeclared(wrapped)
    default: Size(items: 0, length: scalarLength)
    }
  }

  /// For any part of the value.
  var part: Size { Size(items: total, length: length) }

  /// For a value that is one or the other.
  func union(_ other: Size) -> Size {
    Size(items: max(items, other.items), total: max(total, other.total), length: max(length, other.length))
  }

  /// For a list of that many values of this size.
  func repeated(_ count: UInt64) -> Size {
    Size(items: count, total: count.multipliedClamped(by: total.addingClamped(1)), length: length)
  }
}

extension Sequence<Size> {
  /// For a list or map of exactly these values.
  func gathered(items: Int) -> Size {
    let size = reduce(Size(items: 0, length: 0)) { sum, part in
      Size(items: 0, total: sum.total.addingClamped(part.total), length: Swift.max(sum.length, part.length))
    }
    let count = UInt64(items)
    return Size(items: count, total: size.total.addingClamped(count), length: size.length)
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
