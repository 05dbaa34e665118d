import JSON

/// What is known of a value that is unknown as a whole.
///
/// Every completion of the record gives a value within it, so whatever all of them agree on is known.
enum Extent {
  case list(OpenList)
  /// Both ends are numbers and may be reached; without the second there is no upper end.
  case number(least: Value, most: Value?)
}

extension Value {
  /// The value with what is known of it, where it is unknown.
  func within(_ extent: Extent?) -> Value {
    guard let extent, case .unknown(let unknown) = self else { return self }
    return .unknown(unknown.with(extent: extent))
  }

  /// The ends between which a number lies; nil where nothing is known of it, or it is none.
  public var ends: (least: Value, most: Value?)? {
    switch self {
    case .unknown(let unknown):
      guard case .number(let least, let most)? = unknown.extent else { return nil }
      return (least, most)
    default: return isNumber ? (self, self) : nil
    }
  }
}

extension Value {
  /// The elements of a list that are known and stand there whatever comes of the others; nil where it is no list.
  public var certainElements: [Value]? {
    OpenList(self)?.elements.filter { $0.isCertain && !$0.value.isOpen }.map { $0.value }
  }
}

extension Comparison {
  /// The result that all numbers between the ends of two give; nil where they differ.
  func decided(_ left: Value, _ right: Value) -> Bool? {
    guard let left = left.ends, let right = right.ends else { return nil }
    let isRising = self == .less || self == .lessOrEqual
    // `a < b` holds for all where the largest is less than the smallest.
    if let worst = isRising ? left.most : left.least, let other = isRising ? right.least : right.most,
      holds(worst, other)
    {
      return true
    }
    if let best = isRising ? left.least : left.most, let other = isRising ? right.most : right.least,
      case .ordered(let ordering) = Value.order(best, other), !holds(ordering)
    {
      return false
    }
    return nil
  }

  private func holds(_ left: Value, _ right: Value) -> Bool {
    guard case .ordered(let ordering) = Value.order(left, right) else { return false }
    return holds(ordering)
  }
}

extension Value {
  /// Whether two numbers are equal, as far as their ends tell; nil where they may be and may not.
  static func decidedEquality(_ left: Value, _ right: Value) -> Bool? {
    if Comparison.less.decided(left, right) == true || Comparison.greater.decided(left, right) == true {
      return false
    }
    let isOnly =
      Comparison.lessOrEqual.decided(left, right) == true
      && Comparison.greaterOrEqual.decided(left, right) == true
    return isOnly ? true : nil
  }
}
