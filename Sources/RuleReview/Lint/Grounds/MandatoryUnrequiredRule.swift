import CEL
import Evaluator
import JSON
import RulePacks

/// A mandatory rule that no award asks for.
struct MandatoryUnrequiredRule: LintRule {
  static let description = ReviewRuleDescription(
    "mandatory-unrequired", .warning,
    title: LocalizedText(
      vi: "Quy tắc bắt buộc không danh hiệu nào đòi hỏi",
      en: "Mandatory rule without an award"),
    what: LocalizedText(
      vi: "Loại hồ sơ có danh hiệu, nhưng không danh hiệu nào đòi hỏi quy tắc bắt buộc này.",
      en: "The record type has awards, and none of them asks for this mandatory rule."),
    why: LocalizedText(
      vi: "Vi phạm điều bắt buộc mà vẫn đủ điều kiện.",
      en: "A record breaks what is mandatory and is eligible all the same."),
    avoid: #""severity": "mandatory", in no "requires""#,
    prefer: #""requires": { "every": { "severity": "mandatory" } }"#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    guard let compiled = pack.pack else { return }
    let awarded = Set(compiled.awards.map(\.on))
    let required = Set(compiled.awards.flatMap { $0.requires.rules }.map { compiled.rules[$0].id })
    for rule in pack.rules where rule.inspected.isEnabled && !required.contains(rule.id) {
      guard let rule = rule.compiled, rule.severity == .mandatory, awarded.contains(rule.on),
        let node = pack.rules.first(where: { $0.id == rule.id })?.idNode
      else { continue }
      log.report(.idle(rule.id), at: node)
    }
  }
}

extension ReviewMessage {
  fileprivate static let idle = ReviewMessage(
    "mandatory-unrequired.idle",
    vi: "Không danh hiệu nào đòi hỏi quy tắc bắt buộc {1:quoted}.",
    en: "No award asks for the mandatory rule {1:quoted}.")
}
