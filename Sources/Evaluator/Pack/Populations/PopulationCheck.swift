import CEL
import JSON

/// What a population kind makes of the JSON of one rule; everything downstream sees only this.
public struct PopulationCheck: Sendable {
  /// The rule's `when`: the records that count; nil counts all of its type.
  public var filter: Formula?
  /// Empty for one group of all.
  public var groupBy: [GroupKey]
  public var aggregation: Aggregation
  /// What the measured value is held against, over parameters only; empty for `unique` and `partition`.
  public var requires: Limit
  /// Unit of measured value and limit.
  public var unit: Text?
  public var messages: Messages

  public init(
    filter: Formula? = nil, groupBy: [GroupKey] = [], aggregation: Aggregation,
    requires: Limit = Limit(bounds: []), unit: Text? = nil, messages: Messages
  ) {
    self.filter = filter
    self.groupBy = groupBy
    self.aggregation = aggregation
    self.requires = requires
    self.unit = unit
    self.messages = messages
  }

  /// Every formula of the check.
  public var formulas: [Formula] {
    var formulas = groupBy.map { $0.value } + requires.bounds.map { $0.value } + aggregation.formulas
    if let filter { formulas.append(filter) }
    return formulas
  }
}
