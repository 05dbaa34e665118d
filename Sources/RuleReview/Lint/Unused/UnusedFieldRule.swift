import CEL
import Evaluator
import JSON
import RulePacks

/// A field of the pack's own record types that no rule reads.
struct UnusedFieldRule: LintRule {
  static let description = ReviewRuleDescription(
    "unused-field", .warning,
    title: LocalizedText(
      vi: "Trường không dùng",
      en: "Unused field"),
    what: LocalizedText(
      vi: "Trường của loại hồ sơ do gói khai báo mà không quy tắc nào đọc; mô hình dùng chung không bị xét.",
      en:
        "A field of a record type that the pack itself declares is read by no rule; the shared model is left out."
    ),
    why: LocalizedText(
      vi: "Đơn vị phải kê khai một điều không dùng để xét.",
      en: "Units are asked for something that decides nothing."),
    avoid: #""cover": { "type": "string" }   (read nowhere)"#,
    prefer: "(no such field)")

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let read = pack.fieldNamesRead
    for type in pack.inspection.recordTypes where pack.isOwn(type.node) {
      let keys = type.node["key"]?.elements.compactMap(\.text) ?? []
      let relations =
        type.node["relations"]?.members.flatMap { Self.names($0["by"]) + Self.names($0["key"]) } ?? []
      for field in type.node["fields"]?.members.map(\.self) ?? [] {
        guard let name = field.key, !keys.contains(name), !relations.contains(name), !read.contains(name)
        else {
          continue
        }
        log.report(.unused(name, type.name), at: field, atKey: true)
      }
    }
  }
}

extension UnusedFieldRule {
  /// One name, or several.
  private static func names(_ node: JSONNode?) -> [Text] {
    node.map { [$0.text].compactMap(\.self) + $0.elements.compactMap(\.text) } ?? []
  }
}

extension ReviewMessage {
  fileprivate static let unused = ReviewMessage(
    "unused-field.unused",
    vi: "Không quy tắc nào đọc trường {1:quoted} của {2:quoted}.",
    en: "No rule reads field {1:quoted} of {2:quoted}.")
}
