import CEL
import Evaluator
import JSON
import RulePacks

/// A folded text compared with one that no folding gives.
struct UnfoldedLiteralRule: LintRule {
  static let description = ReviewRuleDescription(
    "unfolded-literal", .error,
    title: LocalizedText(
      vi: "So chữ đã chuẩn hóa với chữ hoa",
      en: "Folded text against capitals"),
    what: LocalizedText(
      vi: "Kết quả của fold(…) được so với một hằng còn chữ hoa hoặc thừa khoảng trắng.",
      en: "The result of fold(…) is compared with a text that has capitals or spaces to fold."),
    why: LocalizedText(
      vi: "Phép so sánh không bao giờ đúng.",
      en: "The comparison never holds."),
    avoid: "fold(name) == 'Ba Cung'",
    prefer: "fold(name) == fold('Ba Cung')")
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for part in pack.expressions.flatMap(\.parts) {
      guard case .call(let function, nil, let sides) = part.expression.kind, sides.count == 2,
        let relation = Relation(function), relation == .equals || relation == .notEquals
      else { continue }
      for (call, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
        guard case .call("fold", nil, _) = call.kind, case .string(let text)? = other.literal,
          text.folded != text
        else { continue }
        let folded = other.with(.call(function: "fold", target: nil, arguments: [other]))
        let literal = ExpressionPart(node: part.node, expression: other, parent: part.expression)
        log.report(
          .unfolded(text), at: literal, remedy: .write(Unparser.text(folded)),
          fix: pack.edit(literal, to: folded))
      }
    }
  }
}

extension ReviewMessage {
  fileprivate static let unfolded = ReviewMessage(
    "unfolded-literal.unfolded",
    vi: "fold(…) không bao giờ bằng {1:quoted}.",
    en: "fold(…) is never {1:quoted}.")
  fileprivate static let write = ReviewMessage(
    "unfolded-literal.write",
    vi: "Hãy viết {1}.",
    en: "Write {1}.")
}
