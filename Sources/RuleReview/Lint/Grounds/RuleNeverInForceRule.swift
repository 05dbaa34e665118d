import CEL
import Evaluator
import JSON
import RulePacks

/// A rule for days that the pack does not judge.
struct RuleNeverInForceRule: LintRule {
  static let description = ReviewRuleDescription(
    "rule-never-in-force", .warning,
    title: LocalizedText(
      vi: "Quy tắc ngoài thời gian hiệu lực",
      en: "Rule that is never in force"),
    what: LocalizedText(
      vi: "Thời gian của quy tắc không có ngày nào chung với thời gian, hoặc ngày áp dụng, của gói.",
      en: "The rule's period shares no day with that of the pack, or does not hold its law date."),
    why: LocalizedText(
      vi: "Quy tắc không bao giờ được xét.",
      en: "The rule is never judged."),
    avoid: #"pack 2021, rule "period": { "from": "2023-01-01" }"#,
    prefer: #""period": { "from": "2021-01-01" }"#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    guard let compiled = pack.pack else { return }
    for rule in pack.rules where pack.isOwn(rule.node) {
      guard let period = rule.compiled?.period, let node = rule.node["period"], !compiled.judges(period)
      else {
        continue
      }
      log.report(.outside(rule.id), at: node)
    }
  }
}

extension ReviewMessage {
  fileprivate static let outside = ReviewMessage(
    "rule-never-in-force.outside",
    vi: "Quy tắc {1:quoted} không có hiệu lực vào ngày nào mà gói xét.",
    en: "Rule {1:quoted} is in force on no day that the pack judges.")
}
