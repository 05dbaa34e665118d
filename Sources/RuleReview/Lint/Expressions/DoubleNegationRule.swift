import CEL
import Evaluator
import JSON
import RulePacks

/// The negation of a negation.
struct DoubleNegationRule: LintRule {
  static let description = ReviewRuleDescription(
    "double-negation", .note,
    title: LocalizedText(
      vi: "Phủ định hai lần",
      en: "Double negation"),
    what: LocalizedText(
      vi: "Một điều kiện bị phủ định hai lần.",
      en: "A condition is negated twice."),
    why: LocalizedText(
      vi: "Hai dấu phủ định triệt tiêu nhau.",
      en: "The two cancel each other."),
    avoid: "!!isActive",
    prefer: "isActive")
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for part in pack.expressions.flatMap(\.parts) {
      guard let inner = part.operands(of: Operator.not)?.first?.operands(of: Operator.not)?.first,
        part.parent?.operands(of: Operator.not) == nil
      else { continue }
      log.report(
        .twice(Unparser.text(part.expression)), at: part, remedy: .write(Unparser.text(inner)),
        fix: pack.edit(part, to: inner))
    }
  }
}

extension ReviewMessage {
  fileprivate static let twice = ReviewMessage(
    "double-negation.twice",
    vi: "Phủ định hai lần: {1}.",
    en: "Negated twice: {1}.")
  fileprivate static let write = ReviewMessage(
    "double-negation.write",
    vi: "Hãy viết {1}.",
    en: "Write {1}.")
}
