import CEL
import Evaluator
import JSON
import RulePacks

/// A template kind of the pack that no rule is of.
struct UnusedKindRule: LintRule {
  static let description = ReviewRuleDescription(
    "unused-kind", .warning,
    title: LocalizedText(
      vi: "Khuôn quy tắc không dùng",
      en: "Unused template kind"),
    what: LocalizedText(
      vi: "Không quy tắc nào của gói thuộc loại khai trong \"kinds\" này.",
      en: "No rule of the pack is of this kind of its \"kinds\"."),
    why: LocalizedText(
      vi: "Người đọc tìm mãi quy tắc mà khuôn ấy viết ra.",
      en: "A reader looks in vain for the rules that it makes."),
    avoid: #""kinds": [{ "kind": "ownPlan", … }]   (of no rule)"#,
    prefer: #""rules": [{ "kind": "ownPlan", … }]"#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let rules = pack.inspection.rules.map(\.node) + pack.templates.compactMap { $0["rule"] }
    let used = Set(rules.compactMap { $0["kind"]?.text })
    for name in pack.templates.compactMap({ $0["kind"] }) where pack.isOwn(name) {
      guard let text = name.text, !used.contains(text) else { continue }
      log.report(.unused(text), at: name)
    }
  }
}

extension ReviewMessage {
  fileprivate static let unused = ReviewMessage(
    "unused-kind.unused",
    vi: "Không quy tắc nào thuộc loại {1:quoted}.",
    en: "No rule is of kind {1:quoted}.")
}
