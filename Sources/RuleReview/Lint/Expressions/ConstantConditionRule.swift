import CEL
import Evaluator
import JSON
import RulePacks

/// A part of a condition that reads nothing and so never changes.
struct ConstantConditionRule: LintRule {
  static let description = ReviewRuleDescription(
    "constant-condition", .warning,
    title: LocalizedText(
      vi: "Điều kiện không đổi",
      en: "Constant condition"),
    what: LocalizedText(
      vi: "Một phép so sánh giữa các hằng số, hoặc giữa một giá trị với chính nó.",
      en: "Constants are compared, or a value with itself."),
    why: LocalizedText(
      vi: "Phần đó không bao giờ thay đổi kết quả; thường là viết nhầm một bên.",
      en: "It never changes the result; mostly one side is a slip."),
    avoid: "kind == kind",
    prefer: "kind == 'district'")
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for part in pack.expressions.flatMap(\.parts) {
      guard case .call(let function, nil, let sides) = part.expression.kind, sides.count == 2,
        Relation(function) != nil
      else { continue }
      let isSelf = Unparser.text(sides[0]) == Unparser.text(sides[1])
      if isSelf || (sides[0].literal != nil && sides[1].literal != nil) {
        log.report(.constant(Unparser.text(part.expression)), at: part)
      }
    }
    for expression in pack.expressions {
      for part in expression.parts {
        guard part.operands(of: Operator.and) != nil || part.operands(of: Operator.or) != nil else {
          continue
        }
        for side in part.expression.children {
          guard case .bool? = side.literal else { continue }
          log.report(
            .constant(Unparser.text(side)),
            at: ExpressionPart(node: expression.node, expression: side, parent: part.expression))
        }
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let constant = ReviewMessage(
    "constant-condition.constant",
    vi: "Điều kiện {1} không bao giờ đổi.",
    en: "The condition {1} never changes.")
}
