import CEL
import Evaluator
import JSON

/// The form of a document that rules cite.
enum SourceForm {
  static let shape = ObjectShape(
    "source", doc: LocalizedText(vi: "Văn bản được viện dẫn", en: "A document that rules cite"),
    members: [
      .init("title", .localized, required: true, vi: "Tên văn bản", en: "Title"),
      .init("issuer", .text, vi: "Cơ quan ban hành", en: "Who issued it"),
      .init("issued", .text, vi: "Ngày hoặc năm ban hành", en: "Day or year of issue"),
      .init("number", .text, vi: "Số, ký hiệu", en: "Number"),
    ])

  static func read(_ node: JSONNode) -> CompiledPack.Source {
    CompiledPack.Source(
      key: node.key ?? "", title: node["title"]?.localized ?? LocalizedText(vi: "", en: ""),
      issuer: node["issuer"]?.text, number: node["number"]?.text, issued: node["issued"]?.text)
  }
}
