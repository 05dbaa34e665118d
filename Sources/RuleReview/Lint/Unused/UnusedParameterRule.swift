import CEL
import Evaluator
import JSON
import RulePacks

/// A parameter that no expression reads.
struct UnusedParameterRule: LintRule {
  static let description = ReviewRuleDescription(
    "unused-parameter", .warning,
    title: LocalizedText(
      vi: "Tham số không dùng",
      en: "Unused parameter"),
    what: LocalizedText(
      vi: "Không biểu thức nào của gói đọc tham số này.",
      en: "No expression of the pack reads the parameter."),
    why: LocalizedText(
      vi: "Hội đồng đặt giá trị mà không có gì thay đổi.",
      en: "A committee sets it and nothing changes."),
    avoid: #""parameters": { "days": … }   (read nowhere)"#,
    prefer: #""value": "elapsed", "atMost": "params.days""#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let read = pack.variablesRead
    for parameter in pack.inspection.parameters
    where pack.isOwn(parameter.node) && !read.contains("params." + parameter.name) {
      log.report(.unused(parameter.name), at: parameter.node, atKey: true)
    }
  }
}

extension ReviewMessage {
  fileprivate static let unused = ReviewMessage(
    "unused-parameter.unused",
    vi: "Không quy tắc nào đọc tham số {1:quoted}.",
    en: "No rule reads parameter {1:quoted}.")
}
