import CEL
import JSON

/// The outcome of one rule on one record, with what was measured.
public struct Finding: Sendable {
  /// Place in `CompiledPack.rules`.
  public var rule: Int
  public var outcome: Outcome
  public var measured: Value?
  /// Between which numbers it lies what is measured, where that is open; without the second there is no upper end.
  public var measuredEnds: (least: Value, most: Value?)?
  /// By the names of `Check.limit`.
  public var limit: [(name: Text, value: Value)]
  public var distance: Value?
  /// Between which numbers the distance lies, where it is open.
  public var distanceEnds: (least: Value, most: Value?)?
  /// Paths that keep the outcome open, sorted.
  public var missing: [Text]
  public var failingItems: [Text]
  public var isExceeded: Bool
  public var error: EvaluationError?
  /// The last day on which fulfilment counts, where the rule has one that could be told.
  public var due: CivilDate?
  /// Whether `when` holds, for awards: nil where unknown or in error.
  public var applies: Bool?
  /// Whether the requirement holds, for awards: nil where unknown or in error.
  public var holds: Bool?

  public init(rule: Int, outcome: Outcome) {
    self.rule = rule
    self.outcome = outcome
    measured = nil
    measuredEnds = nil
    limit = []
    distance = nil
    distanceEnds = nil
    missing = []
    failingItems = []
    isExceeded = false
    error = nil
    due = nil
    applies = nil
    holds = nil
  }
}
