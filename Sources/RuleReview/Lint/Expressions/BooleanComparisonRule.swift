import CEL
import Evaluator
import JSON
import RulePacks

/// A comparison with true or false.
struct BooleanComparisonRule: LintRule {
  static let description = ReviewRuleDescription(
    "boolean-comparison", .note,
    title: LocalizedText(
      vi: "So sánh với true, false",
      en: "Comparison with true or false"),
    what: LocalizedText(
      vi: "Một điều kiện được so với true hoặc false.",
      en: "A condition is compared with true or false."),
    why: LocalizedText(
      vi: "Dài hơn mà không rõ hơn.",
      en: "Longer and no clearer."),
    avoid: "isActive == true",
    prefer: "isActive")
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for part in pack.expressions.flatMap(\.parts) {
      guard let (condition, holds) = Self.condition(part) else { continue }
      let direct =
        holds
        ? condition
        : part.expression.with(.call(function: Operator.not, target: nil, arguments: [condition]))
      log.report(
        .compared(Unparser.text(part.expression)), at: part, remedy: .write(Unparser.text(direct)),
        fix: pack.edit(part, to: direct))
    }
  }

  /// What is compared, and whether it must hold.
  private static func condition(_ part: ExpressionPart) -> (Expression, Bool)? {
    guard case .call(let function, nil, let sides) = part.expression.kind, sides.count == 2,
      let relation = Relation(function), relation == .equals || relation == .notEquals
    else { return nil }
    for (side, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
      if case .bool(let wanted)? = side.literal { return (other, wanted == (relation == .equals)) }
    }
    return nil
  }
}

extension ReviewMessage {
  fileprivate static let compared = ReviewMessage(
    "boolean-comparison.compared",
    vi: "So sánh thừa: {1}.",
    en: "A needless comparison: {1}.")
  fileprivate static let write = ReviewMessage(
    "boolean-comparison.write",
    vi: "Hãy viết {1}.",
    en: "Write {1}.")
}
