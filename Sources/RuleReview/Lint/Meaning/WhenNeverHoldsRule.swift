import CEL
import Evaluator
import JSON
import RulePacks

/// A condition under which a rule binds nobody.
struct WhenNeverHoldsRule: LintRule {
  static let description = ReviewRuleDescription(
    "when-never-holds", .error,
    title: LocalizedText(
      vi: "Điều kiện áp dụng không bao giờ đúng",
      en: "A condition that never holds"),
    what: LocalizedText(
      vi: "Phần \"when\" của quy tắc hoặc danh hiệu loại trừ mọi hồ sơ.",
      en: "The \"when\" of a rule or award excludes every record."),
    why: LocalizedText(
      vi: "Quy tắc không bao giờ được xét, mà báo cáo không cho thấy điều đó.",
      en: "The rule is never judged, and no report shows it."),
    avoid: #""when": "kind == 'district' && kind == 'commune'""#,
    prefer: #""when": "kind in ['district', 'commune']""#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let conditions =
      pack.rules.map { ($0.node["when"], $0.applies, $0.compiled?.on) }
      + pack.awards.map { ($0.node["when"], $0.applies, $0.compiled?.on) }
    for case (let node?, let applies?, let type?) in conditions {
      guard let reasoner = pack.reasoners[type], reasoner.isUnsatisfiable(applies) else { continue }
      log.report(.never(node.text ?? ""), at: node, remedy: .mend)
    }
  }
}

extension ReviewMessage {
  fileprivate static let never = ReviewMessage(
    "when-never-holds.never",
    vi: "Không hồ sơ nào thỏa điều kiện áp dụng {1:quoted}.",
    en: "No record meets the condition {1:quoted}.")
  fileprivate static let mend = ReviewMessage(
    "when-never-holds.remedy",
    vi: "Thường cần || hoặc \"in\" thay cho &&.",
    en: "Mostly || or \"in\" is meant instead of &&.")
}
