import CEL
import Evaluator
import JSON

/// A rule of a kind, a record, and what comes of it.
public struct KindExample: Sendable {
  /// What it shows.
  public let title: LocalizedText
  /// The `fields` of the record type `example`, JSON; further types stand in `types`.
  public let fields: Text
  /// Record types besides, and enums: members of a rule file, JSON.
  public let model: Text?
  /// The rule, JSON, without `id`, `on` and `title`.
  public let rule: Text
  /// The record, JSON, without its key.
  public let record: Text
  /// The day of knowledge.
  public let asOf: Text
  public let expected: Expectation

  public init(
    vi: Text, en: Text, fields: Text, model: Text? = nil, rule: Text, record: Text,
    asOf: Text = "2021-12-31", _ expected: Expectation
  ) {
    title = LocalizedText(vi: vi, en: en)
    self.fields = fields
    self.model = model
    self.rule = rule
    self.record = record
    self.asOf = asOf
    self.expected = expected
  }

  /// What must come of an example; only what is given is compared.
  public struct Expectation: Sendable {
    public var outcome: Outcome
    /// In English notation, as reports write it.
    public var measured: Text?
    public var distance: Text?
    public var missing: [Text]?
    public var failingItems: [Text]?
    public var isExceeded = false

    public static func satisfied(measured: Text? = nil, exceeded: Bool = false) -> Expectation {
      Expectation(outcome: .satisfied, measured: measured, isExceeded: exceeded)
    }

    public static func violated(
      measured: Text? = nil, distance: Text? = nil, missing: [Text]? = nil, failing: [Text]? = nil
    ) -> Expectation {
      Expectation(
        outcome: .violated, measured: measured, distance: distance, missing: missing, failingItems: failing)
    }

    public static func undetermined(missing: [Text]? = nil, failing: [Text]? = nil) -> Expectation {
      Expectation(outcome: .undetermined, missing: missing, failingItems: failing)
    }

    public static func notYetDue(missing: [Text]? = nil) -> Expectation {
      Expectation(outcome: .notYetDue, missing: missing)
    }
  }
}
