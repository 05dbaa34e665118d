import Evaluator
import JSON
import Populations
import Records
import RuleReview

/// One JSON object a line: records and rejections as they come, the summary last (DESIGN §10).
public struct NDJSONReport: ReportWriter {
  private let contract: ResultContract
  private let options: ReportOptions

  public init(_ header: ReportHeader, _ options: ReportOptions) {
    contract = ResultContract(header, options.language)
    self.options = options
  }

  public mutating func begin(into output: inout [UInt8]) {}

  public mutating func record(_ record: ReportedRecord, into output: inout [UInt8]) {
    guard options.only.showsRecords else { return }
    line(into: &output) { writer in
      if options.only == .verdicts {
        contract.brief(record, &writer)
      } else {
        contract.record(record, options.only, &writer)
      }
    }
  }

  public mutating func rejected(_ rejection: Rejection, into output: inout [UInt8]) {
    line(into: &output) { writer in
      writer.key("rejected")
      writer.beginObject()
      contract.rejection(rejection, &writer)
      writer.endObject()
    }
  }

  public mutating func group(_ group: GroupFinding, into output: inout [UInt8]) {
    guard options.only != .violated || group.outcome == .violated else { return }
    line(into: &output) { writer in
      writer.key("group")
      writer.beginObject()
      contract.group(group, &writer)
      writer.endObject()
    }
  }

  public mutating func roster(_ roster: Roster, into output: inout [UInt8]) {
    line(into: &output) { writer in
      writer.key("roster")
      writer.beginObject()
      contract.roster(roster, &writer)
      writer.endObject()
    }
  }

  public mutating func waiver(_ finding: ReviewFinding, into output: inout [UInt8]) {
    line(into: &output) { writer in
      writer.object("waiver") { contract.waiver(finding, &$0) }
    }
  }

  public mutating func end(_ summary: ReportSummary, into output: inout [UInt8]) {
    line(into: &output) { writer in
      contract.header(&writer)
      writer.key("summary")
      contract.summary(summary, &writer)
    }
  }

  private func line(into output: inout [UInt8], _ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(appendingTo: output)
    output = []
    writer.beginObject()
    write(&writer)
    writer.endObject()
    output = writer.takeBytes()
    output.append(UInt8(ascii: "\n"))
  }
}
