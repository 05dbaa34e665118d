import CEL
import Evaluator
import JSON
import RulePacks

/// A record type of the pack that no rule is on and no field is of.
struct UnusedRecordTypeRule: LintRule {
  static let description = ReviewRuleDescription(
    "unused-record-type", .warning,
    title: LocalizedText(
      vi: "Loại hồ sơ không dùng",
      en: "Unused record type"),
    what: LocalizedText(
      vi: "Loại hồ sơ do gói khai báo mà không quy tắc nào xét và không trường nào thuộc loại đó.",
      en: "A record type that the pack declares is judged by no rule and is the type of no field."),
    why: LocalizedText(
      vi: "Hồ sơ loại đó nộp lên sẽ không được xét.",
      en: "Records of it would be handed in and not judged."),
    avoid: #""recordType": "diary"   (no rule on it)"#,
    prefer: #""on": "diary""#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    var used = Set(
      (pack.inspection.rules.map(\.node) + pack.inspection.awards.map(\.node)).compactMap { $0["on"]?.text })
    for type in pack.inspection.recordTypes {
      for field in type.node["fields"]?.members.map(\.self) ?? [] {
        if let name = field["of"]?.text ?? field["of"]?["of"]?.text { used.insert(name) }
      }
      for relation in type.node["relations"]?.members.map(\.self) ?? [] {
        if let name = relation["to"]?.text { used.insert(name) }
      }
    }
    for type in pack.inspection.recordTypes where pack.isOwn(type.node) && !used.contains(type.name) {
      log.report(.unused(type.name), at: type.node["recordType"] ?? type.node)
    }
  }
}

extension ReviewMessage {
  fileprivate static let unused = ReviewMessage(
    "unused-record-type.unused",
    vi: "Không quy tắc nào xét loại hồ sơ {1:quoted}.",
    en: "No rule judges record type {1:quoted}.")
}
