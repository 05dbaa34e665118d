import CEL
import Evaluator
import JSON
import RulePacks

/// A rule that no record can meet.
struct RuleUnsatisfiableRule: LintRule {
  static let description = ReviewRuleDescription(
    "rule-unsatisfiable", .error,
    title: LocalizedText(
      vi: "Quy tắc không ai đạt được",
      en: "A rule that nothing can meet"),
    what: LocalizedText(
      vi: "Điều kiện của quy tắc tự mâu thuẫn: không hồ sơ nào thuộc diện áp dụng mà đạt được.",
      en: "What the rule asks contradicts itself: no record that it binds can meet it."),
    why: LocalizedText(
      vi: "Mọi hồ sơ thuộc diện áp dụng đều bị kết luận không đạt, dù làm tốt đến đâu.",
      en: "Every record that it binds is violated, however well the unit did."),
    avoid: #""holds": "share >= 60 && share <= 40""#,
    prefer: #""holds": "share >= 40 && share <= 60""#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for rule in pack.rules {
      guard let compiled = rule.compiled, let reasoner = pack.reasoners[compiled.on],
        let applies = rule.applies, let satisfied = rule.satisfied,
        reasoner.isUnsatisfiable(satisfied), !reasoner.isUnsatisfiable(applies)
      else { continue }
      log.report(
        .unsatisfiable(rule.id, compiled.check.requires.text), at: rule.idNode, remedy: .mend)
    }
  }
}

extension ReviewMessage {
  fileprivate static let unsatisfiable = ReviewMessage(
    "rule-unsatisfiable.never",
    vi: "Không hồ sơ nào đạt được quy tắc {1:quoted}: {2}.",
    en: "No record can meet rule {1:quoted}: {2}.")
  fileprivate static let mend = ReviewMessage(
    "rule-unsatisfiable.remedy",
    vi: "Xem lại các mức và điều kiện áp dụng của quy tắc.",
    en: "Look again at the limits and at whom the rule binds.")
}
