import JSON

/// What came of one case.
public struct CaseOutcome: Sendable {
  public let ruleCase: RuleCase
  /// Empty where the case passes.
  public let differences: [Difference]

  /// One expectation that was not met, in the terms of the case file.
  public struct Difference: Sendable, Equatable {
    /// `bto-forest-cover`, `bto-forest-cover.missing`, an award's id, or `record`.
    public let subject: Text
    public let expected: Text
    public let found: Text
  }
}
