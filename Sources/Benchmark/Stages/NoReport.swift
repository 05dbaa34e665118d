import JSON
import Populations
import Records
import Reports
import RuleReview

/// Writes nothing: what a check costs without its report.
struct NoReport: ReportWriter {
  init(_ header: ReportHeader, _ options: ReportOptions) {}
  mutating func begin(into output: inout [UInt8]) {}
  mutating func record(_ record: ReportedRecord, into output: inout [UInt8]) {}
  mutating func rejected(_ rejection: Rejection, into output: inout [UInt8]) {}
  mutating func group(_ group: GroupFinding, into output: inout [UInt8]) {}
  mutating func roster(_ roster: Roster, into output: inout [UInt8]) {}
  mutating func waiver(_ finding: ReviewFinding, into output: inout [UInt8]) {}
  mutating func end(_ summary: ReportSummary, into output: inout [UInt8]) {}
}
