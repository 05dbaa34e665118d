import CEL
import Evaluator
import JSON
import RulePacks

/// A rule that stands twice in one group of an award.
struct CriterionRepeatedRule: LintRule {
  static let description = ReviewRuleDescription(
    "criterion-repeated", .warning,
    title: LocalizedText(
      vi: "Tiêu chí lặp lại trong một nhóm",
      en: "A criterion that stands twice"),
    what: LocalizedText(
      vi: "Một nhóm tiêu chí nêu một quy tắc hai lần.",
      en: "A group of criteria names one rule twice."),
    why: LocalizedText(
      vi: "Trong \"atLeast\" nó được đếm hai lần; nơi khác thì thừa.",
      en: "In \"atLeast\" it counts twice; elsewhere it is of no use."),
    avoid: #""all": ["a", "b", "a"]"#,
    prefer: #""all": ["a", "b"]"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for award in pack.awards {
      for group in award.node["requires"]?.groups ?? [] {
        var first: [Text: JSONNode] = [:]
        for member in group.elements {
          guard let id = member.text else { continue }
          if let earlier = first[id] {
            log.report(.twice(id), at: member, related: [earlier])
          } else {
            first[id] = member
          }
        }
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let twice = ReviewMessage(
    "criterion-repeated.twice",
    vi: "Tiêu chí {1:quoted} đã có trong nhóm này.",
    en: "The group names {1:quoted} already.")
}
