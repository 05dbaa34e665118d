import CEL
import JSON

/// All that a pack says of one record.
public struct RecordResult: Sendable {
  public var record: RecordValue
  public var lawDate: CivilDate
  /// One for each rule in force on the record's type, in order of the pack.
  public var findings: [Finding]
  public var verdicts: [Verdict]

  public init(record: RecordValue, lawDate: CivilDate, findings: [Finding], verdicts: [Verdict]) {
    self.record = record
    self.lawDate = lawDate
    self.findings = findings
    self.verdicts = verdicts
  }
}
