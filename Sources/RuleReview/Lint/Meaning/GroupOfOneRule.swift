import CEL
import Evaluator
import JSON
import RulePacks

/// A group of criteria with one member.
struct GroupOfOneRule: LintRule {
  static let description = ReviewRuleDescription(
    "group-of-one", .note,
    title: LocalizedText(
      vi: "Nhóm chỉ có một tiêu chí",
      en: "A group of one"),
    what: LocalizedText(
      vi: "Nhóm \"all\" hoặc \"any\" chỉ có một phần tử.",
      en: "An \"all\" or \"any\" has a single member."),
    why: LocalizedText(
      vi: "Người đọc chờ một sự lựa chọn mà không có; thường là sót một tiêu chí.",
      en: "A reader expects a choice that is not there; mostly a criterion is missing."),
    avoid: #"{ "any": ["a"] }"#,
    prefer: #""a""#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for award in pack.awards {
      guard let requires = award.node["requires"] else { continue }
      for group in requires.groups where group.count == 1 && !isWhole(group, requires) {
        log.report(.single(group.key ?? ""), at: group, atKey: true)
      }
    }
  }

  /// What an award asks may be a single group of one rule: there is no shorter form.
  private func isWhole(_ group: JSONNode, _ requires: JSONNode) -> Bool {
    requires["all"] == group
  }
}

extension ReviewMessage {
  fileprivate static let single = ReviewMessage(
    "group-of-one.single",
    vi: "Nhóm {1:quoted} chỉ có một phần tử.",
    en: "The group {1:quoted} has one member only.")
}
