extension Value {
  /// How two values stand to each other where they need not be ordered at all.
  enum Relation {
    case ordered(Ordering)
    /// A NaN is involved: neither less nor equal nor greater.
    case unordered
    /// The types have no common order.
    case incomparable
  }

  var isNumber: Bool {
    switch self {
    case .int, .uint, .double, .decimal, .ratio: true
    default: false
    }
  }

  /// Compares numbers across types.
  ///
  /// int and uint compare exactly; either of them beside a double compares as the nearest double, as the
  /// specification's tests want it. decimal and ratio compare exactly with integers and with each other, and
  /// not at all with a double.
  static func numericOrder(_ left: Value, _ right: Value) -> Relation {
    switch (left, right) {
    case (.int(let a), .int(let b)): .ordered(Ordering(a, b))
    case (.uint(let a), .uint(let b)): .ordered(Ordering(a, b))
    case (.int(let a), .uint(let b)): .ordered(a < 0 ? .less : Ordering(UInt64(a), b))
    case (.uint(let a), .int(let b)): .ordered(b < 0 ? .greater : Ordering(a, UInt64(b)))
    case (.double(let a), .double(let b)): order(a, b)
    case (.int(let a), .double(let b)): order(Double(a), b)
    case (.uint(let a), .double(let b)): order(Double(a), b)
    case (.double(let a), .int(let b)): order(a, Double(b))
    case (.double(let a), .uint(let b)): order(a, Double(b))
    case (.decimal(let a), .decimal(let b)): .ordered(a.compared(to: b))
    case (.ratio(let a), .ratio(let b)): .ordered(a.compared(to: b))
    case (.ratio(let a), _): right.exactDecimal.map { .ordered(a.compared(to: $0)) } ?? .incomparable
    case (_, .ratio(let b)): left.exactDecimal.map { .ordered(b.compared(to: $0).reversed) } ?? .incomparable
    default:
      if let a = left.exactDecimal, let b = right.exactDecimal {
        .ordered(a.compared(to: b))
      } else {
        .incomparable
      }
    }
  }

  /// The value as a decimal, where it is an int, uint or decimal.
  public var exactDecimal: Decimal? {
    switch self {
    case .int(let int): Decimal(int)
    case .uint(let uint): Decimal(uint)
    case .decimal(let decimal): decimal
    default: nil
    }
  }

  private static func order(_ left: Double, _ right: Double) -> Relation {
    left.isNaN || right.isNaN ? .unordered : .ordered(Ordering(left, right))
  }
}
