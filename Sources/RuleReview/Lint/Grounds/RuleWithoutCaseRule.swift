import CEL
import Evaluator
import JSON
import RulePacks

/// A rule that no case beside the pack expects anything of.
struct RuleWithoutCaseRule: LintRule {
  static let description = ReviewRuleDescription(
    "rule-without-case", .warning, isOptIn: true,
    title: LocalizedText(
      vi: "Quy tắc không có tình huống kiểm thử",
      en: "Rule without a case"),
    what: LocalizedText(
      vi: "Không tình huống nào trong cases/ nêu kết quả của quy tắc.",
      en: "No case in cases/ expects an outcome of the rule."),
    why: LocalizedText(
      vi: "Một sửa đổi nhầm sẽ không ai phát hiện.",
      en: "A wrong change would not be noticed."),
    avoid: #"a rule in no "findings" of cases/"#,
    prefer: #""findings": { "cover": "violated" }"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let expected = pack.rulesInCases
    for rule in pack.rules
    where pack.isOwn(rule.node) && rule.inspected.isEnabled && !expected.contains(rule.id) {
      log.report(.untested(rule.id), at: rule.idNode)
    }
  }
}

extension ReviewMessage {
  fileprivate static let untested = ReviewMessage(
    "rule-without-case.untested",
    vi: "Không tình huống nào trong cases/ nêu kết quả của {1:quoted}.",
    en: "No case in cases/ expects an outcome of {1:quoted}.")
}
