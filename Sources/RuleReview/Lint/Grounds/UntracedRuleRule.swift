import CEL
import Evaluator
import JSON
import RulePacks

/// A rule that no requirement of the trace leads to.
struct UntracedRuleRule: LintRule {
  static let description = ReviewRuleDescription(
    "untraced-rule", .warning,
    title: LocalizedText(
      vi: "Quy tắc không có trong bảng đối chiếu",
      en: "Rule without a requirement"),
    what: LocalizedText(
      vi: "Gói có trace.json nhưng không dòng nào dẫn tới quy tắc này.",
      en: "The pack has a trace.json and none of its rows leads to the rule."),
    why: LocalizedText(
      vi: "Không rõ quy tắc thực hiện yêu cầu nào của văn bản.",
      en: "It is not told which requirement of the source the rule carries out."),
    avoid: "a rule in no row",
    prefer: #"{ "row": "II.2.9", "rules": ["cover"] }"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    guard !pack.traceRows.isEmpty else { return }
    let traced = Set(pack.traceRows.flatMap { $0["rules"]?.elements.compactMap(\.text) ?? [] })
    for rule in pack.rules where pack.isOwn(rule.node) && !traced.contains(rule.id) {
      log.report(.untraced(rule.id), at: rule.idNode)
    }
  }
}

extension ReviewMessage {
  fileprivate static let untraced = ReviewMessage(
    "untraced-rule.untraced",
    vi: "trace.json không có dòng nào cho quy tắc {1:quoted}.",
    en: "No row of trace.json leads to rule {1:quoted}.")
}
