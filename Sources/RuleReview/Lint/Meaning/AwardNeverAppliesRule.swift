import CEL
import Evaluator
import JSON
import RulePacks

/// An award whose rules bind nobody for whom it is.
struct AwardNeverAppliesRule: LintRule {
  static let description = ReviewRuleDescription(
    "award-never-applies", .error,
    title: LocalizedText(
      vi: "Danh hiệu không có tiêu chí nào áp dụng",
      en: "An award none of whose rules applies"),
    what: LocalizedText(
      vi: "Không quy tắc nào của danh hiệu áp dụng cho hồ sơ thuộc diện xét.",
      en: "No rule of the award binds a record that the award is for."),
    why: LocalizedText(
      vi: "Kết luận luôn là \"không thuộc diện xét\".",
      en: "The verdict is always \"not applicable\"."),
    avoid: #"award "when": "kind == 'school'", rules "when": "kind == 'district'""#,
    prefer: #"award "when": "kind == 'district'""#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for award in pack.awards {
      guard let compiled = award.compiled, let reasoner = pack.reasoners[compiled.on],
        let applies = award.applies, !reasoner.isUnsatisfiable(applies)
      else { continue }
      let conditions = compiled.requires.rules.map { pack.rule(atCompiled: $0)?.applies }
      let isBound = conditions.contains { condition in
        condition.map { !reasoner.isUnsatisfiable(applies && $0) } ?? true
      }
      if !isBound { log.report(.unbound(award.id), at: award.idNode, remedy: .mend) }
    }
  }
}

extension ReviewMessage {
  fileprivate static let unbound = ReviewMessage(
    "award-never-applies.unbound",
    vi: "Không quy tắc nào của danh hiệu {1:quoted} áp dụng cho đối tượng được xét.",
    en: "No rule of award {1:quoted} binds anybody for whom it is.")
  fileprivate static let mend = ReviewMessage(
    "award-never-applies.remedy",
    vi: "Đối chiếu \"when\" của danh hiệu với \"when\" của các quy tắc.",
    en: "Compare the \"when\" of the award with those of its rules.")
}
