import CEL
import Evaluator
import JSON
import RulePacks

/// The negation of a comparison.
struct NegatedComparisonRule: LintRule {
  static let description = ReviewRuleDescription(
    "negated-comparison", .note,
    title: LocalizedText(
      vi: "Phủ định một phép so sánh",
      en: "Negated comparison"),
    what: LocalizedText(
      vi: "Phủ định của một phép so sánh, có dạng thuận ngắn hơn.",
      en: "A comparison is negated that has a direct opposite."),
    why: LocalizedText(
      vi: "Dạng thuận đọc đúng ngay lần đầu.",
      en: "The direct form is read right at first sight."),
    avoid: "!(a < b)",
    prefer: "a >= b")
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for part in pack.expressions.flatMap(\.parts) {
      guard let operand = part.operands(of: Operator.not)?.first,
        case .call(let function, nil, let sides) = operand.kind, let relation = Relation(function)
      else { continue }
      let direct = part.expression.with(
        .call(function: relation.negated.function, target: nil, arguments: sides))
      // A double may be no number, which is on neither side of a limit.
      let isSafe = !Unparser.text(operand).string.contains("double(")
      log.report(
        .negated(Unparser.text(part.expression)), at: part, remedy: .write(Unparser.text(direct)),
        fix: isSafe ? pack.edit(part, to: direct) : [])
    }
  }
}

extension ReviewMessage {
  fileprivate static let negated = ReviewMessage(
    "negated-comparison.negated",
    vi: "Phủ định của phép so sánh: {1}.",
    en: "A negated comparison: {1}.")
  fileprivate static let write = ReviewMessage(
    "negated-comparison.write",
    vi: "Hãy viết {1}.",
    en: "Write {1}.")
}
