import JSON

extension Value {
  /// How two values stand to each other, for `<` and its like, sorting, minimum and maximum.
  ///
  /// Ordered are numbers (across types), bools, strings, bytes, timestamps, durations, dates, periods, and members of one
  /// ordered enum.
  @inline(__always)
  static func order(_ left: Value, _ right: Value) -> Relation {
    switch (left, right) {
    case (.int(let a), .int(let b)): .ordered(Ordering(a, b))
    case (.decimal(let a), .decimal(let b)): .ordered(a.compared(to: b))
    case (.string(let a), .string(let b)): .ordered(Ordering(a, b))
    case (.bool(let a), .bool(let b)): .ordered(Ordering(a ? 1 : 0, b ? 1 : 0))
    default: otherOrder(left, right)
    }
  }

  private static func otherOrder(_ left: Value, _ right: Value) -> Relation {
    switch (left, right) {
    case (.timestamp(let a), .timestamp(let b)): .ordered(Ordering(a, b))
    case (.duration(let a), .duration(let b)): .ordered(Ordering(a, b))
    case (.date(let a), .date(let b)): .ordered(Ordering(a, b))
    case (.period(let a), .period(let b)): .ordered(Ordering(a, b))
    case (.bytes(let a), .bytes(let b)):
      .ordered(a == b ? .equal : a.lexicographicallyPrecedes(b) ? .less : .greater)
    case (.enumeration(let a), .enumeration(let b)) where a.type.isOrdered && a.type === b.type:
      .ordered(Ordering(a.index, b.index))
    default: numericOrder(left, right)
    }
  }
}
