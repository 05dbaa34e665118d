import CEL
import Evaluator
import JSON
import RulePacks

/// A field of the pack's own record types without a title.
struct UntitledFieldRule: LintRule {
  static let description = ReviewRuleDescription(
    "untitled-field", .warning,
    title: LocalizedText(
      vi: "Trường không có tên gọi",
      en: "Field without a title"),
    what: LocalizedText(
      vi: "Trường của loại hồ sơ do gói khai báo không có \"title\".",
      en: "A field of a record type that the pack declares has no \"title\"."),
    why: LocalizedText(
      vi: "Báo cáo phải gọi trường bằng tên kỹ thuật.",
      en: "Reports must call it by its technical name."),
    avoid: #""cover": { "type": "string" }"#,
    prefer: #""cover": { "type": "string", "title": { … } }"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for type in pack.inspection.recordTypes where pack.isOwn(type.node) {
      for field in type.node["fields"]?.members.map(\.self) ?? [] where field["title"] == nil {
        log.report(.untitled(field.key ?? ""), at: field, atKey: true)
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let untitled = ReviewMessage(
    "untitled-field.untitled",
    vi: "Trường {1:quoted} không có tên gọi.",
    en: "Field {1:quoted} has no title.")
}
