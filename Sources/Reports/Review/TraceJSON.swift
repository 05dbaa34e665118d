import JSON
import RuleReview

/// A trace for machines.
public struct TraceJSON {
  private let toolVersion: Text
  private let problems: ProblemTexts

  public init(_ problems: ProblemTexts, toolVersion: Text) {
    self.problems = problems
    self.toolVersion = toolVersion
  }

  public func bytes(_ traces: [(folder: Text, report: TraceReport)]) -> [UInt8] {
    var writer = JSONWriter(style: .pretty)
    writer.beginObject()
    writer.key("tool")
    writer.beginObject()
    writer.member("name", "binhxet")
    writer.member("version", toolVersion)
    writer.endObject()
    writer.array("packs", traces) { writer, trace in
      writer.object(trace) { writer, trace in
        writer.member("pack", trace.folder)
        write(&writer, trace.report)
      }
    }
    writer.member("complete", traces.allSatisfy(\.report.isComplete))
    writer.endObject()
    return writer.takeBytes() + [UInt8(ascii: "\n")]
  }

  private func write(_ writer: inout JSONWriter, _ report: TraceReport) {
    writer.member("source", report.source)
    if let total = report.total { writer.member("total", total) }
    writer.member("answered", report.answered)
    writer.array("rows", report.rows) { writer, row in
      writer.object(row) { writer, row in
        writer.member("row", row.id)
        writer.array("rules", row.rules) { $0.object($1, write: rule) }
        if let reason = row.reason {
          writer.key("because")
          writer.beginObject()
          writer.member("vi", reason.vi)
          writer.member("en", reason.en)
          writer.endObject()
        }
      }
    }
    writer.array("untraced", report.untraced) { $0.string($1) }
    writer.defects(report.defects, problems)
  }

  private func rule(_ writer: inout JSONWriter, _ rule: TraceReport.Rule) {
    writer.member("rule", rule.id)
    writer.member("enabled", rule.isEnabled)
    writer.key("cases")
    writer.beginObject()
    for (aspect, count) in rule.seen { writer.member(Text(aspect.rawValue), count) }
    writer.endObject()
    writer.array("lacking", rule.unseen) { $0.string(Text($1.rawValue)) }
  }
}
