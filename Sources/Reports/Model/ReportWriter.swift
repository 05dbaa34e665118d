import JSON
import Populations
import Records
import RuleReview

/// One format of a report: bytes for each thing in the order in which a run meets it.
public protocol ReportWriter {
  init(_ header: ReportHeader, _ options: ReportOptions)
  mutating func begin(into output: inout [UInt8])
  mutating func record(_ record: ReportedRecord, into output: inout [UInt8])
  mutating func rejected(_ rejection: Rejection, into output: inout [UInt8])
  /// After all records.
  mutating func group(_ group: GroupFinding, into output: inout [UInt8])
  /// After all groups.
  mutating func roster(_ roster: Roster, into output: inout [UInt8])
  /// What is found of a waiver itself; after all rosters.
  mutating func waiver(_ finding: ReviewFinding, into output: inout [UInt8])
  mutating func end(_ summary: ReportSummary, into output: inout [UInt8])
}
