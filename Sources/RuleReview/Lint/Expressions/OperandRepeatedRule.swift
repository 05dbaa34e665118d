import CEL
import Evaluator
import JSON
import RulePacks

/// The same condition twice on the sides of && or ||.
struct OperandRepeatedRule: LintRule {
  static let description = ReviewRuleDescription(
    "operand-repeated", .warning,
    title: LocalizedText(
      vi: "Điều kiện lặp lại",
      en: "Repeated operand"),
    what: LocalizedText(
      vi: "Hai vế của && hoặc || giống nhau.",
      en: "Two sides of && or || are the same."),
    why: LocalizedText(
      vi: "Thường một vế là bản sao chưa sửa.",
      en: "Mostly one of them is a copy that was not changed."),
    avoid: "isActive && isActive",
    prefer: "isActive && isPaid")
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for part in pack.expressions.flatMap(\.parts) {
      for function in [Operator.and, Operator.or] {
        guard part.operands(of: function) != nil, part.parent?.operands(of: function) == nil else { continue }
        var seen: Set<Text> = []
        for side in part.expression.chain(of: function) {
          let text = Unparser.text(side)
          guard !seen.insert(text).inserted else { continue }
          log.report(
            .twice(text), at: ExpressionPart(node: part.node, expression: side, parent: part.expression))
        }
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let twice = ReviewMessage(
    "operand-repeated.twice",
    vi: "Điều kiện {1} đã có.",
    en: "The condition {1} stands there already.")
}
