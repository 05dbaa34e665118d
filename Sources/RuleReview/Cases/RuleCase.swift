import CEL
import Evaluator
import JSON

/// A record with the outcomes that a pack must give it.
public struct RuleCase: Sendable {
  public let name: Text
  /// File within the pack's folder and line.
  public let file: String
  public let line: Int
  public let type: Text
  public let asOf: CivilDate
  /// The record, its patch applied.
  public let record: JSONValue
  public let set: [(name: Text, value: Text)]
  public let enable: [Text]
  public let findings: [ExpectedFinding]
  public let verdicts: [(award: Text, standing: Verdict.Standing)]
  /// Several records that are judged together, in place of `record`; nil for one alone.
  public var population: CasePopulation?

  /// What is expected of rules, whichever record it is expected on.
  public var findingsOfRecords: [ExpectedFinding] {
    findings + (population?.expected.records.flatMap(\.findings) ?? [])
  }

  /// The case of one of its records.
  func ofRecord(_ expected: CaseExpectation.Record) -> RuleCase {
    RuleCase(
      name: name, file: file, line: line, type: type, asOf: asOf, record: record, set: set, enable: enable,
      findings: expected.findings, verdicts: expected.verdicts)
  }
}
