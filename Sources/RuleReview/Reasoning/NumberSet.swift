import CEL

/// A set of exact numbers: disjoint intervals in order, of all numbers or of whole ones.
struct NumberSet: Hashable {
  struct Interval: Hashable {
    /// Nil is unbounded.
    var low: End?
    var high: End?
  }

  struct End: Hashable {
    var value: Decimal
    var isClosed: Bool
  }

  private(set) var intervals: [Interval]
  let isWhole: Bool

  /// - Parameter intervals: disjoint and in order, each with ends that may hold no number.
  private init(_ intervals: [Interval], isWhole: Bool) {
    self.isWhole = isWhole
    self.intervals = intervals.compactMap { Self.tidy($0, isWhole: isWhole) }
  }

  static func all(isWhole: Bool) -> NumberSet { NumberSet([Interval()], isWhole: isWhole) }

  /// The numbers that stand in a relation to a limit; nil for a name that is no relation.
  static func numbers(_ relation: Relation, _ limit: Decimal, isWhole: Bool) -> NumberSet {
    let (open, closed) = (End(value: limit, isClosed: false), End(value: limit, isClosed: true))
    let intervals: [Interval] =
      switch relation {
      case .less: [Interval(high: open)]
      case .lessOrEqual: [Interval(high: closed)]
      case .greater: [Interval(low: open)]
      case .greaterOrEqual: [Interval(low: closed)]
      case .equals: [Interval(low: closed, high: closed)]
      case .notEquals: [Interval(high: open), Interval(low: open)]
      }
    return NumberSet(intervals, isWhole: isWhole)
  }

  var isEmpty: Bool { intervals.isEmpty }

  /// The lowest end; nil where there is none or the set is unbounded below.
  var low: End? { intervals.first?.low }
  var high: End? { intervals.last?.high }

  func contains(_ value: Decimal) -> Bool {
    guard !isWhole || value.isInteger else { return false }
    return intervals.contains { interval in
      if let low = interval.low, value < low.value || (value == low.value && !low.isClosed) { return false }
      if let high = interval.high, value > high.value || (value == high.value && !high.isClosed) {
        return false
      }
      return true
    }
  }

  func intersection(_ other: NumberSet) -> NumberSet {
    var parts: [Interval] = []
    for one in intervals {
      for another in other.intervals {
        parts.append(
          Interval(
            low: Self.inner(one.low, another.low, wins: >), high: Self.inner(one.high, another.high, wins: <))
        )
      }
    }
    return NumberSet(parts, isWhole: isWhole || other.isWhole)
  }

  var complement: NumberSet {
    var parts: [Interval] = []
    var start: End?
    var isOpenBelow = true
    for interval in intervals {
      if let low = interval.low {
        parts.append(Interval(low: start, high: End(value: low.value, isClosed: !low.isClosed)))
      } else if !isOpenBelow {
        return NumberSet(parts, isWhole: isWhole)
      }
      guard let high = interval.high else { return NumberSet(parts, isWhole: isWhole) }
      start = End(value: high.value, isClosed: !high.isClosed)
      isOpenBelow = false
    }
    parts.append(Interval(low: start))
    return NumberSet(parts, isWhole: isWhole)
  }

  /// Of two ends the one that leaves less.
  private static func inner(_ one: End?, _ other: End?, wins: (Decimal, Decimal) -> Bool) -> End? {
    guard let one, let other else { return one ?? other }
    if one.value == other.value { return one.isClosed ? other : one }
    return wins(one.value, other.value) ? one : other
  }

  /// The interval with whole closed ends where numbers are whole; nil where it holds none.
  private static func tidy(_ interval: Interval, isWhole: Bool) -> Interval? {
    var interval = interval
    if isWhole {
      interval.low = interval.low.map { end in
        let up = end.value.rounded(.ceiling, places: 0)
        return whole(up, skips: up == end.value && !end.isClosed, by: .one) ?? end
      }
      interval.high = interval.high.map { end in
        let down = end.value.rounded(.floor, places: 0)
        return whole(down, skips: down == end.value && !end.isClosed, by: -.one) ?? end
      }
    }
    guard let low = interval.low, let high = interval.high else { return interval }
    if low.value > high.value { return nil }
    if low.value == high.value, !low.isClosed || !high.isClosed { return nil }
    return interval
  }

  private static func whole(_ value: Decimal, skips: Bool, by step: Decimal) -> End? {
    guard skips else { return End(value: value, isClosed: true) }
    return (try? value + step).map { End(value: $0, isClosed: true) }
  }
}
