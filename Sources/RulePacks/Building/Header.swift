import CEL
import Evaluator
import JSON

/// What the manifests say of a pack as a whole: the highest layer speaks, the layers below fill what it leaves out.
struct Header {
  private(set) var id: Text = ""
  private(set) var version: Text = ""
  private(set) var title = LocalizedText(vi: "", en: "")
  private(set) var period = DateSpan()
  private(set) var timeZoneOffset: Int32 = 0
  private(set) var lawDate: JSONNode?
  private(set) var notices: [CompiledPack.Notice] = []
  /// Entries of `choose`, lowest layer first.
  private(set) var choices: [JSONNode] = []

  init(_ layers: [PackLayer], log: DefectLog) {
    for layer in layers {
      let manifest = layer.manifest
      id = manifest["pack"]?.text ?? id
      version = manifest["version"]?.text ?? version
      title = manifest["title"]?.localized ?? title
      if let node = manifest["period"] { period = readPeriod(node, log) }
      if let node = manifest["timeZone"], let text = node.text { readOffset(text, node, log) }
      lawDate = manifest["lawDate"] ?? lawDate
      notices += (manifest["notices"].map { Array($0.elements) } ?? []).compactMap(Self.notice)
      choices += (manifest["choose"].map { Array($0.members) } ?? []).filter { $0.bool != nil }
    }
    notices.sort { $0.from < $1.from }
  }

  private func readPeriod(_ node: JSONNode, _ log: DefectLog) -> DateSpan {
    ShapeValidator(log: log).validate(node, as: .object(SpanForm.shape), member: "period")
    return SpanForm.read(node, log)
  }

  private mutating func readOffset(_ text: Text, _ node: JSONNode, _ log: DefectLog) {
    if let offset = ZoneOffset(text) {
      timeZoneOffset = offset.seconds
    } else {
      log.report(.invalidOffset, at: node, [text])
    }
  }

  private static func notice(_ node: JSONNode) -> CompiledPack.Notice? {
    guard let from = node["from"]?.date, let text = node["text"] else { return nil }
    return CompiledPack.Notice(from: from, text: text.localized)
  }

  /// The day that selects what is in force; a field must be a date of every record type that has rules.
  func lawDate(of recordTypes: [RecordType], manifest: JSONNode, log: DefectLog) -> CompiledPack.LawDate {
    guard let node = lawDate, let text = node.text else {
      if let day = try? period.before?.adding(days: -1) { return .day(day) }
      log.report(.noLawDate, at: manifest["pack"] ?? manifest)
      return .day(.last)
    }
    if let day = try? CivilDate(text) { return .day(day) }
    for type in recordTypes {
      let field = type.slot(of: text).map { type.fields[$0] }
      if let field, field.type == .date || field.type == .error { continue }
      let dates = type.fields.filter { $0.type == .date }.map(\.name)
      log.report(
        .unknownField, at: node, [text, type.name], suggestion: Suggestion.nearest(to: text, among: dates))
    }
    return .field(text)
  }
}
