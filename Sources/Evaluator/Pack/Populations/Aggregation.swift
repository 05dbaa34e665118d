import CEL
import JSON

/// What each record adds to its group, and what the group makes of it.
public enum Aggregation: Sendable {
  /// The percentage of records of `base` (nil: all) for which `counted` holds; exact unless `places` are given.
  case share(counted: Formula, base: Formula?, places: Places?)
  /// A function of one value of each record; `count` takes none.
  case value(AggregateFunction, Formula?)
  /// The change of a function from the period before `current` to `current`.
  case trend(Trend)
  /// How many keys stand for more than one record.
  case unique([Formula])
  /// How many records of a type are not named exactly once among the lists.
  case partition(members: Formula, covers: Text)

  /// Rounding that a rule asks for before it compares.
  public struct Places: Sendable, Equatable {
    public var count: Int
    public var mode: RoundingMode
    public init(count: Int, mode: RoundingMode) {
      self.count = count
      self.mode = mode
    }
  }

  public struct Trend: Sendable {
    public var function: AggregateFunction
    public var value: Formula?
    /// The period or year that a record belongs to.
    public var by: Formula
    /// The period or year that is judged, over parameters only.
    public var current: Formula
    /// True for the change in percent of the previous value, false for the difference.
    public var isPercent: Bool

    public init(
      function: AggregateFunction, value: Formula?, by: Formula, current: Formula, isPercent: Bool
    ) {
      self.function = function
      self.value = value
      self.by = by
      self.current = current
      self.isPercent = isPercent
    }
  }

  var formulas: [Formula] {
    switch self {
    case .share(let counted, let base, _): [counted] + (base.map { [$0] } ?? [])
    case .value(_, let value): value.map { [$0] } ?? []
    case .trend(let trend): [trend.by, trend.current] + (trend.value.map { [$0] } ?? [])
    case .unique(let keys): keys
    case .partition(let members, _): [members]
    }
  }
}
