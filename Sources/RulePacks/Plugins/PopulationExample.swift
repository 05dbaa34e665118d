import CEL
import Evaluator
import JSON

/// A rule of a population kind, records, and what comes of their one group.
public struct PopulationExample: Sendable {
  /// What it shows.
  public let title: LocalizedText
  /// The `fields` of the record type `example`, JSON.
  public let fields: Text
  /// Record types besides, and enums: members of a rule file, JSON.
  public let model: Text?
  /// The rule, JSON, without `id`, `on` and `title`.
  public let rule: Text
  /// An array of records, JSON; keys are `id`, and a `type` member names another type than `example`.
  public let records: Text
  /// Records of type `example` of which nothing is known.
  public let rejected: Int
  public let expected: Expectation

  /// What must come of the group.
  public struct Expectation: Sendable {
    public var outcome: Outcome
    /// In English notation, as reports write it; nil is not compared.
    public var measured: Text?
    /// Keys of failing members; nil is not compared.
    public var members: [Text]?

    public init(_ outcome: Outcome, measured: Text? = nil, members: [Text]? = nil) {
      self.outcome = outcome
      self.measured = measured
      self.members = members
    }
  }

  public init(
    vi: Text, en: Text, fields: Text, model: Text? = nil, rule: Text, records: Text, rejected: Int = 0,
    _ expected: Expectation
  ) {
    title = LocalizedText(vi: vi, en: en)
    self.fields = fields
    self.model = model
    self.rule = rule
    self.records = records
    self.rejected = rejected
    self.expected = expected
  }
}
