import CEL
import Evaluator
import JSON
import RulePacks

/// A condition that excludes nobody.
struct WhenAlwaysHoldsRule: LintRule {
  static let description = ReviewRuleDescription(
    "when-always-holds", .warning,
    title: LocalizedText(
      vi: "Điều kiện áp dụng luôn đúng",
      en: "A condition that always holds"),
    what: LocalizedText(
      vi: "Phần \"when\" không loại trừ hồ sơ nào.",
      en: "The \"when\" excludes no record."),
    why: LocalizedText(
      vi:
        "Người đọc tưởng quy tắc chỉ dành cho một số hồ sơ; hồ sơ chưa ghi trường đó lại bị coi là chưa rõ.",
      en:
        "A reader takes the rule to bind some records only; and a record that does not give the field stays open."
    ),
    avoid: #""when": "kind == 'district' || kind != 'district'""#,
    prefer: #"(no "when")"#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let conditions =
      pack.rules.map { ($0.node["when"], $0.applies, $0.compiled?.on) }
      + pack.awards.map { ($0.node["when"], $0.applies, $0.compiled?.on) }
    for case (let node?, let applies?, let type?) in conditions {
      guard let reasoner = pack.reasoners[type], reasoner.isValid(applies), node.text != "true" else {
        continue
      }
      log.report(.always(node.text ?? ""), at: node, remedy: .mend)
    }
  }
}

extension ReviewMessage {
  fileprivate static let always = ReviewMessage(
    "when-always-holds.always",
    vi: "Điều kiện áp dụng {1:quoted} đúng với mọi hồ sơ.",
    en: "The condition {1:quoted} holds for every record.")
  fileprivate static let mend = ReviewMessage(
    "when-always-holds.remedy",
    vi: "Bỏ \"when\", hoặc viết điều kiện thật sự cần.",
    en: "Remove \"when\", or write the condition that is meant.")
}
