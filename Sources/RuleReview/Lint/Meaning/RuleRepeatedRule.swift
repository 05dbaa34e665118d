import CEL
import Evaluator
import JSON
import RulePacks

/// Two rules that mean the same.
struct RuleRepeatedRule: LintRule {
  static let description = ReviewRuleDescription(
    "rule-repeated", .warning,
    title: LocalizedText(
      vi: "Hai quy tắc cùng một nội dung",
      en: "Two rules that mean the same"),
    what: LocalizedText(
      vi: "Hai quy tắc áp dụng cho cùng hồ sơ và đạt, không đạt như nhau.",
      en: "Two rules bind the same records and are met by the same."),
    why: LocalizedText(
      vi: "Một thiếu sót bị kể hai lần; khi sửa mức, người ta chỉ sửa một chỗ.",
      en: "One shortcoming is told twice; a later change of the limit reaches one of them only."),
    avoid: #"two rules "value": "forestCover", "atLeast": 67.1"#,
    prefer: "one")

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    var reported: Set<Text> = []
    let rules = pack.rules.filter(\.inspected.isEnabled).map { ($0, $0.violated?.terms ?? []) }
    for (index, (rule, terms)) in rules.enumerated() where !terms.isEmpty {
      for (earlier, others) in rules[..<index] where terms == others && !reported.contains(rule.id) {
        guard isSame(rule, earlier, pack) else { continue }
        reported.insert(rule.id)
        log.report(.same(rule.id, earlier.id), at: rule.idNode, related: [earlier.idNode])
      }
    }
  }

  private func isSame(_ rule: ReviewedRule, _ other: ReviewedRule, _ pack: ReviewedPack) -> Bool {
    guard let one = rule.compiled, let two = other.compiled, one.on == two.on, one.period == two.period,
      let reasoner = pack.reasoners[one.on], let violated = rule.violated, let others = other.violated,
      one.whenMissing == two.whenMissing,
      PackConditions.key(one.check.due) == PackConditions.key(two.check.due)
    else { return false }
    return reasoner.implies(violated, others) && reasoner.implies(others, violated)
      && !reasoner.isUnsatisfiable(violated)
  }
}

extension ReviewMessage {
  fileprivate static let same = ReviewMessage(
    "rule-repeated.same",
    vi: "Quy tắc {1:quoted} có cùng nội dung với {2:quoted}.",
    en: "Rule {1:quoted} means the same as {2:quoted}.")
}
