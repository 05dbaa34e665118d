import CEL
import Evaluator
import JSON
import RuleReview

/// Changes for machines.
public struct DiffJSON {
  private let toolVersion: Text

  public init(toolVersion: Text) { self.toolVersion = toolVersion }

  public func bytes(_ results: [PackDiffResult]) -> [UInt8] {
    var writer = JSONWriter(style: .pretty)
    writer.beginObject()
    writer.key("tool")
    writer.beginObject()
    writer.member("name", "binhxet")
    writer.member("version", toolVersion)
    writer.endObject()
    writer.array("packs", results) { $0.object($1, write: result) }
    writer.endObject()
    return writer.takeBytes() + [UInt8(ascii: "\n")]
  }

  private func result(_ writer: inout JSONWriter, _ result: PackDiffResult) {
    writer.member("pack", result.diff.pack)
    if let version = result.diff.oldVersion { writer.member("oldVersion", version) }
    if let version = result.diff.newVersion { writer.member("newVersion", version) }
    writer.array("changes", result.diff.changes) { $0.object($1, write: change) }
    guard let impact = result.impact else { return }
    writer.key("impact")
    writer.object(impact, write: self.impact)
  }

  private func change(_ writer: inout JSONWriter, _ change: PackChange) {
    writer.member("subject", Text(change.subject.rawValue))
    writer.member("name", change.name)
    writer.member("change", Text(change.sort.rawValue))
    if let effect = change.effect { writer.member("effect", Text(effect.rawValue)) }
    if let from = change.renamedFrom { writer.member("renamedFrom", from) }
    if let from = change.movedFrom { writer.member("movedFrom", from) }
    if let since = change.since { writer.member("since", since.text) }
    if let place = change.place {
      writer.key("at")
      writer.beginObject()
      writer.member("file", place.file)
      writer.member("line", place.line)
      writer.endObject()
    }
    writer.array("members", change.members) { $0.object($1, write: member) }
    writer.member("because", change.because)
  }

  private func member(_ writer: inout JSONWriter, _ member: MemberChange) {
    writer.member("name", member.name)
    switch member.content {
    case .members(let added, let removed):
      writer.member("added", added)
      writer.member("removed", removed)
    case .value(let before, let after):
      for (key, value) in [("before", before), ("after", after)] as [(Text, JSONValue?)] {
        guard let value else { continue }
        writer.key(key)
        writer.value(value)
      }
    }
  }

  private func impact(_ writer: inout JSONWriter, _ impact: Impact) {
    writer.member("records", impact.records)
    writer.member("rejectedByBoth", impact.rejectedByBoth)
    writer.array("rejections", impact.rejections) { $0.object($1, write: shift) }
    writer.array("awards", impact.awards) { writer, subject in
      writer.object(subject) { self.subject(&$0, $1, "award") }
    }
    writer.array("rules", impact.rules) { writer, subject in
      writer.object(subject) { self.subject(&$0, $1, "rule") }
    }
    writer.array("rosters", impact.rosters) { writer, subject in
      writer.object(subject) { self.subject(&$0, $1, "award") }
    }
    writer.array("groups", impact.groups) { writer, subject in
      writer.object(subject) { self.subject(&$0, $1, "rule", shifts: "groups") }
    }
  }

  private func subject(
    _ writer: inout JSONWriter, _ subject: Impact.Subject, _ key: Text, shifts: Text = "records"
  ) {
    writer.member(key, subject.id)
    writer.key("counts")
    writer.beginObject()
    for turn in Impact.Turn.allCases { writer.member(Text(turn.rawValue), subject.count(turn)) }
    writer.endObject()
    writer.array(shifts, subject.shifts) { $0.object($1, write: shift) }
  }

  private func shift(_ writer: inout JSONWriter, _ shift: Impact.Shift) {
    if !shift.record.isEmpty { writer.member("record", shift.record) }
    if !shift.place.isEmpty { writer.member("at", shift.place) }
    if !shift.group.isEmpty || shift.record.isEmpty { writer.member("group", shift.group) }
    if let before = shift.before { writer.member("before", before) }
    if shift.provisional.before { writer.member("wasProvisional", true) }
    if let after = shift.after { writer.member("after", after) }
    if shift.provisional.after { writer.member("isProvisional", true) }
    writer.member("turn", Text(shift.turn.rawValue))
    writer.member("loss", shift.isLoss)
    if !shift.by.isEmpty { writer.member("by", shift.by) }
  }
}
