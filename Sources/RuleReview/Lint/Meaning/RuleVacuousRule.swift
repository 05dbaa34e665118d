import CEL
import Evaluator
import JSON
import RulePacks

/// A rule that no record can break.
struct RuleVacuousRule: LintRule {
  static let description = ReviewRuleDescription(
    "rule-vacuous", .warning,
    title: LocalizedText(
      vi: "Quy tắc không ai vi phạm được",
      en: "A rule that nothing can break"),
    what: LocalizedText(
      vi: "Mọi hồ sơ thuộc diện áp dụng đều đạt, vì điều kiện luôn đúng.",
      en: "Every record that it binds meets it: what it asks always holds."),
    why: LocalizedText(
      vi: "Quy tắc trông như một yêu cầu mà không đòi hỏi gì; thường do sai mức hoặc sai dấu.",
      en: "It looks like a requirement and asks nothing; mostly a wrong limit or a wrong sign."),
    avoid: #""value": "size(members)", "atLeast": 0"#,
    prefer: #""value": "size(members)", "atLeast": 1"#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for rule in pack.rules {
      guard let compiled = rule.compiled, let reasoner = pack.reasoners[compiled.on],
        let applies = rule.applies, let violated = rule.violated,
        reasoner.isUnsatisfiable(violated), !reasoner.isUnsatisfiable(applies)
      else { continue }
      log.report(.vacuous(rule.id, compiled.check.requires.text), at: rule.idNode, remedy: .mend)
    }
  }
}

extension ReviewMessage {
  fileprivate static let vacuous = ReviewMessage(
    "rule-vacuous.always",
    vi: "Không hồ sơ nào vi phạm được quy tắc {1:quoted}: {2} luôn đúng.",
    en: "No record can break rule {1:quoted}: {2} always holds.")
  fileprivate static let mend = ReviewMessage(
    "rule-vacuous.remedy",
    vi: "Sửa mức yêu cầu, hoặc bỏ quy tắc.",
    en: "Mend the limit, or remove the rule.")
}
