import CEL
import Evaluator
import JSON

/// The form of a half-open span of days.
enum SpanForm {
  static let shape = ObjectShape(
    "span", doc: LocalizedText(vi: "Khoảng thời gian", en: "A span of days; either end may be open"),
    members: [
      .init("from", .date, vi: "Ngày đầu tiên", en: "First day"),
      .init("before", .date, vi: "Ngày đầu tiên không còn thuộc khoảng này", en: "First day after the span"),
    ])

  /// Reads a span of sound shape; one that holds no day is reported.
  static func read(_ node: JSONNode?, _ log: DefectLog) -> DateSpan {
    guard let node else { return DateSpan() }
    let span = DateSpan(from: node["from"]?.date, before: node["before"]?.date)
    if let from = span.from, let before = span.before, before <= from {
      log.report(.emptySpan, at: node, [from.text, before.text])
    }
    return span
  }
}

extension JSONNode {
  /// The day that a string names; nil for anything else.
  var date: CivilDate? { text.flatMap { try? CivilDate($0) } }

  /// Both texts of an object of sound shape; empty where it isn't.
  var localized: LocalizedText {
    LocalizedText(vi: self["vi"]?.text ?? "", en: self["en"]?.text ?? "")
  }

  /// The texts of an array of sound shape.
  var texts: [Text] { elements.compactMap(\.text) }
}
