import JSON

/// Runs of periods: `periods(from, to)` and `periods(from, count)`, in order of time.
extension PackLibrary {
  /// Ten years of months: more is no cadence but a slip of the pen.
  static let longestSeries = 120

  static let series: [FunctionDeclaration] = [
    FunctionDeclaration(
      "periods",
      [
        Overload("periods_period_period", [.period, .period], .list(.period)),
        Overload("periods_period_int", [.period, .int], .list(.period)),
      ],
      .binary { first, end, _ in
        guard case .period(let first) = first else { return nil }
        switch end {
        case .period(let last): return periods(from: first, to: last)
        case .int(let count): return periods(from: first, count: count)
        default: return nil
        }
      })
  ]

  /// Empty where the last lies before the first; both must be of one length.
  private static func periods(from first: Period, to last: Period) -> Value {
    guard first.kind == last.kind else {
      return .error(EvaluationError(.invalidArgument, [last.text, first.text]))
    }
    var periods: [Value] = []
    var next: Period? = first
    while let period = next, period <= last {
      guard periods.count < longestSeries else { return .outOfRange(.period(last)) }
      periods.append(.period(period))
      next = period.next
    }
    return .list(ListValue(periods))
  }

  private static func periods(from first: Period, count: Int64) -> Value {
    guard 0...Int64(longestSeries) ~= count else { return .outOfRange(.int(count)) }
    var periods: [Value] = []
    var next: Period? = first
    while let period = next, periods.count < count {
      periods.append(.period(period))
      next = period.next
    }
    return .list(ListValue(periods))
  }
}
