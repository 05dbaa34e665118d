import CEL
import Evaluator
import JSON
import RulePacks

/// A rule that adds nothing to another that an award asks for as well.
struct RuleImpliedRule: LintRule {
  static let description = ReviewRuleDescription(
    "rule-implied", .note,
    title: LocalizedText(
      vi: "Quy tắc đã bao hàm trong quy tắc khác",
      en: "A rule implied by another"),
    what: LocalizedText(
      vi:
        "Một danh hiệu đòi hỏi cả hai quy tắc, mà hồ sơ nào vi phạm quy tắc này thì cũng vi phạm quy tắc kia.",
      en: "An award asks for both rules, and whatever breaks the one breaks the other, too."),
    why: LocalizedText(
      vi: "Quy tắc thừa làm danh sách lỗi dài gấp đôi; thường một trong hai mức đã cũ.",
      en: "It doubles the list of shortcomings; mostly one of the two limits is out of date."),
    avoid: #""atLeast": 60   …   "atLeast": 67.1"#,
    prefer: #""atLeast": 67.1"#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    var reported: Set<Text> = []
    for award in pack.awards {
      guard let compiled = award.compiled, let reasoner = pack.reasoners[compiled.on] else { continue }
      for group in compiled.requires.conjunctions {
        let rules = group.compactMap { pack.rule(atCompiled: $0) }
        for rule in rules where !reported.contains(rule.id) {
          guard let other = rules.first(where: { isImplied(rule, by: $0, reasoner) }) else { continue }
          reported.insert(rule.id)
          log.report(
            .implied(rule.id, other.id, award.id), at: rule.idNode, remedy: .mend, related: [other.idNode])
        }
      }
    }
  }

  private func isImplied(_ rule: ReviewedRule, by other: ReviewedRule, _ reasoner: Reasoner) -> Bool {
    // A committee may switch the other one off, and then this one is needed.
    guard rule.id != other.id, other.node["enabled"] == nil, let violated = rule.violated,
      let others = other.violated,
      !violated.terms.isDisjoint(with: others.terms), !reasoner.isUnsatisfiable(violated),
      reasoner.implies(violated, others)
    else { return false }
    return !reasoner.implies(others, violated)
  }
}

extension ReviewMessage {
  fileprivate static let implied = ReviewMessage(
    "rule-implied.implied",
    vi: "Hồ sơ vi phạm {1:quoted} thì cũng vi phạm {2:quoted}; danh hiệu {3:quoted} đòi hỏi cả hai.",
    en: "Whatever breaks {1:quoted} breaks {2:quoted}, too; award {3:quoted} asks for both.")
  fileprivate static let mend = ReviewMessage(
    "rule-implied.remedy",
    vi: "Giữ quy tắc chặt hơn.",
    en: "Keep the stricter one.")
}
