import Evaluator
import JSON
import RulePacks

/// What came of one case.
public struct CaseOutcome: Sendable {
  public let ruleCase: RuleCase
  /// Empty where the case passes.
  public let differences: [Difference]
  /// What the pack said of the record; nil where it could not be judged.
  public let judged: Judged?
  /// What the pack said of each record that a case over several expects something of.
  var joined: [JoinedRecord] = []
  /// Why the pack could not be loaded as the case sets it.
  public var defects: [PackDefect] = []

  public var passes: Bool { differences.isEmpty }

  /// A result with the pack, set as the case asks, whose places it holds.
  public struct Judged: Sendable {
    public let pack: CompiledPack
    public let result: RecordResult
  }

  /// A record joined with the others of its case, and what the case expects of it alone.
  struct JoinedRecord: Sendable {
    let ruleCase: RuleCase
    let judged: Judged
  }

  /// The records that a case expects something of, each with its case.
  var judgedRecords: [JoinedRecord] {
    judged.map { [JoinedRecord(ruleCase: ruleCase, judged: $0)] } ?? joined
  }

  /// One expectation that was not met, in the terms of the case file.
  public struct Difference: Sendable, Equatable {
    /// A rule's or award's id; `record`, `type` or `pack` where it never came to that.
    public let subject: Text
    /// `outcome`, `measured`, …; empty where the subject itself is meant.
    public let member: Text
    public let expected: Text
    public let found: Text

    init(subject: Text, member: Text = "", expected: Text, found: Text) {
      self.subject = subject
      self.member = member
      self.expected = expected
      self.found = found
    }
  }
}
