import CEL
import Evaluator
import JSON
import RulePacks

/// A rule or award that cites nothing.
struct MissingCitationRule: LintRule {
  static let description = ReviewRuleDescription(
    "missing-citation", .warning,
    title: LocalizedText(
      vi: "Thiếu căn cứ",
      en: "Missing citation"),
    what: LocalizedText(
      vi: "Quy tắc hoặc danh hiệu không viện dẫn văn bản nào.",
      en: "A rule or an award cites no source."),
    why: LocalizedText(
      vi: "Đơn vị bị kết luận không đạt phải biết theo văn bản nào.",
      en: "A unit that does not meet it must be able to read where it says so."),
    avoid: #""id": "cover"   (no "cites")"#,
    prefer: #""cites": ["plan#II.2.9"]"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for node in pack.inspection.rules.map(\.node) + pack.inspection.awards.map(\.node)
    where pack.isOwn(node) && node["cites"]?.count ?? 0 == 0 {
      log.report(.uncited(node["id"]?.text ?? ""), at: node["id"] ?? node)
    }
  }
}

extension ReviewMessage {
  fileprivate static let uncited = ReviewMessage(
    "missing-citation.uncited",
    vi: "{1:quoted} không viện dẫn văn bản nào.",
    en: "{1:quoted} cites no source.")
}
