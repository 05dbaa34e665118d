import CEL
import Evaluator
import JSON
import RulePacks

/// One value compared with several, one by one.
struct EqualityChainRule: LintRule {
  static let description = ReviewRuleDescription(
    "equality-chain", .note,
    title: LocalizedText(
      vi: "So sánh bằng nhiều lần",
      en: "Chain of equalities"),
    what: LocalizedText(
      vi: "Một giá trị được so bằng với ba hằng số trở lên bằng ||.",
      en: "One value is compared with three or more constants, joined by ||."),
    why: LocalizedText(
      vi: "\"in\" nêu giá trị một lần và danh sách các khả năng.",
      en: "\"in\" names the value once, and then the choices."),
    avoid: "kind == 'a' || kind == 'b' || kind == 'c'",
    prefer: "kind in ['a', 'b', 'c']")
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for part in pack.expressions.flatMap(\.parts) {
      guard part.operands(of: Operator.or) != nil, part.parent?.operands(of: Operator.or) == nil else {
        continue
      }
      let sides = Self.sides(part.expression).map { $0.operands(of: Operator.equals) ?? [] }
      guard sides.count > 2, let value = sides.first?.first,
        sides.allSatisfy({ $0.count == 2 && $0[1].literal != nil }),
        Set(sides.map { Unparser.text($0[0]) }).count == 1
      else { continue }
      let literals = sides.map { $0[1] }
      let list = part.expression.with(.list(literals, optional: literals.map { _ in false }))
      let direct = part.expression.with(
        .call(function: Operator.membership, target: nil, arguments: [value, list]))
      log.report(
        .chain(Unparser.text(value)), at: part, remedy: .write(Unparser.text(direct)),
        fix: pack.edit(part, to: direct))
    }
  }

  private static func sides(_ expression: Expression) -> [Expression] {
    expression.operands(of: Operator.or)?.flatMap(sides) ?? [expression]
  }
}

extension ReviewMessage {
  fileprivate static let chain = ReviewMessage(
    "equality-chain.chain",
    vi: "{1} được so sánh nhiều lần.",
    en: "{1} is compared again and again.")
  fileprivate static let write = ReviewMessage(
    "equality-chain.write",
    vi: "Hãy viết {1}.",
    en: "Write {1}.")
}
