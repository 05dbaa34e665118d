import CEL
import Evaluator
import JSON
import RulePacks

/// A setting for a lint rule that is not there.
struct UnknownLintRuleRule: LintRule {
  static let description = ReviewRuleDescription(
    "unknown-lint-rule", .error,
    title: LocalizedText(
      vi: "Phép rà soát không có",
      en: "Unknown lint rule"),
    what: LocalizedText(
      vi: "\"lint\" của manifest nêu một phép rà soát không có.",
      en: "The manifest's \"lint\" names a rule that is not there."),
    why: LocalizedText(
      vi: "Thiết lập viết sai thì không có tác dụng.",
      en: "A misspelt setting has no effect."),
    avoid: #""lint": { "unused-paramter": "off" }"#,
    prefer: #""lint": { "unused-parameter": "off" }"#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let ids = LintRules.all.map { $0.description.id }
    for member in pack.inspection.manifest?["lint"]?.members.map(\.self) ?? [] {
      guard let id = member.key, !ids.contains(id) else { continue }
      log.report(.unknown(id), at: member, atKey: true, suggestion: Suggestion.nearest(to: id, among: ids))
    }
  }
}

extension ReviewMessage {
  fileprivate static let unknown = ReviewMessage(
    "unknown-lint-rule.unknown",
    vi: "Không có phép rà soát {1:quoted}.",
    en: "There is no lint rule {1:quoted}.")
}
