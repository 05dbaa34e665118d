import CEL
import JSON

/// All that a pack says of one record.
public struct RecordResult: Sendable {
  public var record: RecordValue
  public var lawDate: CivilDate
  /// One for each rule in force on the record's type, in order of the pack.
  public var findings: [Finding]
  public var verdicts: [Verdict]
  /// By place in `CompiledPack.scores`: those of the record's type; unknown where points are open.
  public var scores: [Int: Value]
  /// What was known of the leaves of its awards that look beyond the record.
  public var beyond: [Criterion.Leaf: LeafResult]

  public init(
    record: RecordValue, lawDate: CivilDate, findings: [Finding], verdicts: [Verdict],
    scores: [Int: Value] = [:], beyond: [Criterion.Leaf: LeafResult] = [:]
  ) {
    self.record = record
    self.lawDate = lawDate
    self.findings = findings
    self.verdicts = verdicts
    self.scores = scores
    self.beyond = beyond
  }
}
