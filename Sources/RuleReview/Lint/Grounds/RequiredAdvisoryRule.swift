import CEL
import Evaluator
import JSON
import RulePacks

/// An advisory rule that decides an award.
struct RequiredAdvisoryRule: LintRule {
  static let description = ReviewRuleDescription(
    "required-advisory", .note,
    title: LocalizedText(
      vi: "Tiêu chí khuyến khích lại quyết định danh hiệu",
      en: "Advisory rule that decides"),
    what: LocalizedText(
      vi: "Danh hiệu đòi hỏi một quy tắc mang mức \"advisory\".",
      en: "An award asks for a rule of severity \"advisory\"."),
    why: LocalizedText(
      vi: "Mức độ không làm đổi kết luận: hồ sơ bị loại vì một điều gọi là khuyến khích.",
      en: "Severity never changes a verdict: a record fails by something called advice."),
    avoid: #""severity": "advisory" in "requires""#,
    prefer: #""severity": "mandatory""#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let advisory = Set(pack.rules.filter { $0.compiled?.severity == .advisory }.map(\.id))
    for award in pack.awards {
      guard let requires = award.node["requires"] else { continue }
      for group in requires.groups where requires["all"] == group {
        for member in group.elements {
          guard let id = member.text, advisory.contains(id) else { continue }
          log.report(.decides(id, award.id), at: member)
        }
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let decides = ReviewMessage(
    "required-advisory.decides",
    vi: "Quy tắc khuyến khích {1:quoted} lại quyết định danh hiệu {2:quoted}.",
    en: "The advisory rule {1:quoted} decides award {2:quoted}.")
}
