import JSON

/// A function of the values of a group.
public enum AggregateFunction: Int, Sendable, CaseIterable {
  case count, sum, mean, min, max, distinct

  public var name: Text {
    switch self {
    case .count: "count"
    case .sum: "sum"
    case .mean: "mean"
    case .min: "min"
    case .max: "max"
    case .distinct: "distinct"
    }
  }

  public init?(_ name: Text) {
    guard let function = AggregateFunction.allCases.first(where: { $0.name == name }) else { return nil }
    self = function
  }
}
