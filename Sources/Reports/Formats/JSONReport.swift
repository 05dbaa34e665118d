import Evaluator
import JSON
import Populations
import Records
import RuleReview

/// The whole run as one JSON object (DESIGN §10).
public struct JSONReport: ReportWriter {
  private let contract: ResultContract
  private let options: ReportOptions
  private var writer = JSONWriter(style: .pretty)
  private var rejections: [Rejection] = []
  private var groups: [GroupFinding] = []
  private var rosters: [Roster] = []
  private var waivers: [ReviewFinding] = []

  public init(_ header: ReportHeader, _ options: ReportOptions) {
    contract = ResultContract(header, options.language)
    self.options = options
  }

  public mutating func begin(into output: inout [UInt8]) {
    writer.beginObject()
    contract.header(&writer)
    writer.key("records")
    writer.beginArray()
    output += writer.takeBytes()
  }

  public mutating func record(_ record: ReportedRecord, into output: inout [UInt8]) {
    guard options.only.showsRecords else { return }
    writer.beginObject()
    contract.record(record, options.only, &writer)
    writer.endObject()
    output += writer.takeBytes()
  }

  public mutating func rejected(_ rejection: Rejection, into output: inout [UInt8]) {
    rejections.append(rejection)
  }

  public mutating func group(_ group: GroupFinding, into output: inout [UInt8]) { groups.append(group) }

  public mutating func roster(_ roster: Roster, into output: inout [UInt8]) { rosters.append(roster) }

  public mutating func waiver(_ finding: ReviewFinding, into output: inout [UInt8]) {
    waivers.append(finding)
  }

  public mutating func end(_ summary: ReportSummary, into output: inout [UInt8]) {
    writer.endArray()
    writer.key("groups")
    writer.beginArray()
    for group in groups where options.only != .violated || group.outcome == .violated {
      writer.beginObject()
      contract.group(group, &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.key("rosters")
    writer.beginArray()
    for roster in rosters {
      writer.beginObject()
      contract.roster(roster, &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.key("rejected")
    writer.beginArray()
    for rejection in rejections {
      writer.beginObject()
      contract.rejection(rejection, &writer)
      writer.endObject()
    }
    writer.endArray()
    if !waivers.isEmpty {
      writer.key("waivers")
      writer.beginArray()
      for finding in waivers {
        writer.beginObject()
        contract.waiver(finding, &writer)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.key("summary")
    contract.summary(summary, &writer)
    writer.endObject()
    output += writer.takeBytes()
    output.append(UInt8(ascii: "\n"))
  }
}
