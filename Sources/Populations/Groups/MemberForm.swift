import Evaluator

/// The formulas of one rule on many records that are asked of each record, by their places.
public struct MemberForm: Sendable {
  public private(set) var formulas: [Formula] = []
  private(set) var filter: Int?
  private(set) var groupBy: [Int] = []
  private(set) var content = Content.value(nil)

  enum Content: Sendable {
    case share(counted: Int, base: Int?)
    case value(Int?)
    case trend(by: Int, value: Int?)
    case unique([Int])
    case partition(Int)
  }

  public init(_ check: PopulationCheck) {
    filter = check.filter.map { add($0) }
    groupBy = check.groupBy.map { add($0.value) }
    switch check.aggregation {
    case .share(let counted, let base, _): content = .share(counted: add(counted), base: base.map { add($0) })
    case .value(_, let value): content = .value(value.map { add($0) })
    case .trend(let trend): content = .trend(by: add(trend.by), value: trend.value.map { add($0) })
    case .unique(let keys): content = .unique(keys.map { add($0) })
    case .partition(let members, _): content = .partition(add(members))
    }
  }

  private mutating func add(_ formula: Formula) -> Int {
    formulas.append(formula)
    return formulas.count - 1
  }
}
