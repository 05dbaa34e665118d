import CEL
import Evaluator
import JSON
import RulePacks

/// A rule that is off until chosen and that the manifest does not list.
struct UnlistedChoiceRule: LintRule {
  static let description = ReviewRuleDescription(
    "unlisted-choice", .warning,
    title: LocalizedText(
      vi: "Lựa chọn không được nêu",
      en: "Choice that is not listed"),
    what: LocalizedText(
      vi: "Quy tắc có \"enabled\": false mà \"choose\" của manifest không nhắc tới.",
      en: "A rule has \"enabled\": false and the manifest's \"choose\" does not name it."),
    why: LocalizedText(
      vi: "Hội đồng không biết có cách hiểu này để chọn.",
      en: "A committee does not learn that there is this reading to choose."),
    avoid: #""enabled": false   (not in "choose")"#,
    prefer: #""choose": { "cover-by-kind": false }"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let listed = Set(
      pack.inspection.layers.flatMap { $0.manifest["choose"]?.members.compactMap(\.key) ?? [] })
    for rule in pack.rules
    where rule.node["enabled"]?.bool == false && !listed.contains(rule.id) && pack.isOwn(rule.node) {
      log.report(.unlisted(rule.id), at: rule.idNode)
    }
  }
}

extension ReviewMessage {
  fileprivate static let unlisted = ReviewMessage(
    "unlisted-choice.unlisted",
    vi: "Quy tắc {1:quoted} đang tắt và không được nêu trong \"choose\".",
    en: "Rule {1:quoted} is off and \"choose\" does not list it.")
}
