import CEL
import Evaluator
import JSON
import RulePacks

/// A requirement without a rule and without a reason.
struct TraceEmptyRowRule: LintRule {
  static let description = ReviewRuleDescription(
    "trace-empty-row", .warning,
    title: LocalizedText(
      vi: "Yêu cầu không có quy tắc",
      en: "Requirement without a rule"),
    what: LocalizedText(
      vi: "Một dòng của trace.json không có quy tắc và không nêu lý do.",
      en: "A row of trace.json has neither a rule nor a reason."),
    why: LocalizedText(
      vi: "Một yêu cầu của văn bản bị bỏ sót mà không ai biết.",
      en: "A requirement of the source is left out and nobody can tell why."),
    avoid: #"{ "row": "II.3", "rules": [] }"#,
    prefer: #"{ "row": "II.3", "rules": [], "because": { … } }"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for row in pack.traceRows where row["rules"]?.count == 0 && row["because"] == nil {
      log.report(.bare(row["row"]?.text ?? ""), at: row["row"] ?? row)
    }
  }
}

extension ReviewMessage {
  fileprivate static let bare = ReviewMessage(
    "trace-empty-row.bare",
    vi: "Yêu cầu {1:quoted} không có quy tắc và không nêu lý do.",
    en: "Requirement {1:quoted} has neither a rule nor a reason.")
}
