import CEL
import Evaluator
import JSON
import RulePacks

/// An award whose criteria no record can meet together.
struct AwardUnreachableRule: LintRule {
  static let description = ReviewRuleDescription(
    "award-unreachable", .error,
    title: LocalizedText(
      vi: "Danh hiệu không ai đạt được",
      en: "An award that nobody can reach"),
    what: LocalizedText(
      vi: "Các tiêu chí của danh hiệu không thể cùng đạt: mức này loại trừ mức kia.",
      en: "The criteria of the award cannot be met together: one limit excludes another."),
    why: LocalizedText(
      vi: "Không đơn vị nào được đề nghị, mà từng quy tắc xem riêng thì đều hợp lý.",
      en: "Nobody is ever nominated, while each rule alone looks sound."),
    avoid: #""all": ["cover-at-least-67", "cover-below-60"]"#,
    prefer: #""all": ["cover-at-least-67"]"#)

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for award in pack.awards {
      guard let compiled = award.compiled, let reasoner = pack.reasoners[compiled.on],
        let applies = award.applies, !reasoner.isUnsatisfiable(applies)
      else { continue }
      let criteria = AwardConditions(pack, compiled, reasoner)
      guard let conflict = criteria.conflict(applies) else { continue }
      let rules = conflict.compactMap { pack.rule(atCompiled: $0) }
      let names = Text(rules.map { "\"\($0.id)\"" }.joined(separator: ", "))
      log.report(
        rules.count == 1 ? .alone(award.id, names) : .together(award.id, names),
        at: award.node["requires"] ?? award.idNode, atKey: true, related: rules.map(\.idNode))
    }
  }
}

extension ReviewMessage {
  fileprivate static let alone = ReviewMessage(
    "award-unreachable.alone",
    vi: "Không hồ sơ nào đạt được danh hiệu {1:quoted}: riêng tiêu chí {2} đã không thể đạt.",
    en: "No record can reach award {1:quoted}: criterion {2} alone cannot be met.")
  fileprivate static let together = ReviewMessage(
    "award-unreachable.together",
    vi: "Không hồ sơ nào đạt được danh hiệu {1:quoted}: các tiêu chí {2} không thể cùng đạt.",
    en: "No record can reach award {1:quoted}: the criteria {2} cannot be met together.")
}
