import CEL
import Evaluator
import JSON
import RulePacks

/// A parameter of a template kind that its rule leaves out.
struct UnusedKindParameterRule: LintRule {
  static let description = ReviewRuleDescription(
    "unused-kind-parameter", .warning,
    title: LocalizedText(
      vi: "Tham số khuôn không dùng",
      en: "Unused parameter of a template kind"),
    what: LocalizedText(
      vi: "Quy tắc của khuôn không có {tên} của tham số này.",
      en: "The rule of a template kind does not hold the {name} of this parameter."),
    why: LocalizedText(
      vi: "Người viết quy tắc ghi giá trị mà không có gì thay đổi.",
      en: "Whoever writes a rule of the kind gives a value, and nothing changes."),
    avoid: #""parameters": { "least": … }, "rule": { "atLeast": 3 }"#,
    prefer: #""parameters": { "least": … }, "rule": { "atLeast": "{least}" }"#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for template in pack.templates where pack.isOwn(template) {
      let parameters = template["parameters"]?.members.map(\.self) ?? []
      // A default may name another parameter.
      let texts = (parameters.compactMap { $0["default"] } + [template["rule"]].compactMap(\.self))
        .flatMap(\.innerTexts)
      for parameter in parameters {
        guard let name = parameter.key, !texts.contains(where: { $0.string.contains("{" + name.string) })
        else { continue }
        log.report(.unused(name, template["kind"]?.text ?? ""), at: parameter, atKey: true)
      }
    }
  }
}

extension JSONNode {
  /// Every text within.
  fileprivate var innerTexts: [Text] {
    (text.map { [$0] } ?? []) + elements.flatMap(\.innerTexts) + members.flatMap(\.innerTexts)
  }
}

extension ReviewMessage {
  fileprivate static let unused = ReviewMessage(
    "unused-kind-parameter.unused",
    vi: "Quy tắc của khuôn {2:quoted} không dùng tham số {1:quoted}.",
    en: "The rule of kind {2:quoted} does not use parameter {1:quoted}.")
}
