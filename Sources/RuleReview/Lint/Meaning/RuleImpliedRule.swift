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
    var breaches: [Int: RuleBreach?] = [:]
    for award in pack.awards {
      guard let compiled = award.compiled, let reasoner = pack.reasoners[compiled.on] else { continue }
      for group in compiled.requires.conjunctions {
        let rules = group.compactMap { place in
          let breach = breaches[place] ?? pack.rule(atCompiled: place).flatMap { RuleBreach($0, reasoner) }
          breaches[place] = .some(breach)
          return breach
        }
        for breach in rules where !reported.contains(breach.rule.id) {
          guard let other = rules.first(where: { isImplied(breach, by: $0, reasoner) }) else { continue }
          reported.insert(breach.rule.id)
          log.report(
            .implied(breach.rule.id, other.rule.id, award.id), at: breach.rule.idNode, remedy: .mend,
            related: [other.rule.idNode])
        }
      }
    }
  }

  private func isImplied(_ breach: RuleBreach, by other: RuleBreach, _ reasoner: Reasoner) -> Bool {
    // A committee may switch the other one off, and then this one is needed.
    breach.rule.id != other.rule.id && other.rule.node["enabled"] == nil && breach.implies(other, reasoner)
      && !other.implies(breach, reasoner)
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
