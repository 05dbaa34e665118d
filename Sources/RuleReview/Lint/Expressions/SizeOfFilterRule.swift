import CEL
import Evaluator
import JSON
import RulePacks

/// Items are counted where one question is enough.
struct SizeOfFilterRule: LintRule {
  static let description = ReviewRuleDescription(
    "size-of-filter", .note,
    title: LocalizedText(
      vi: "Đếm thay vì hỏi",
      en: "Counted where one is enough"),
    what: LocalizedText(
      vi: "Đếm các mục thỏa điều kiện rồi so với một số.",
      en: "Items that meet a condition are counted and the count is compared with a number."),
    why: LocalizedText(
      vi:
        "exists và existsAtLeast trả lời được ngay khi đủ mục, kể cả khi danh sách còn thiếu hoặc có mục chưa rõ.",
      en:
        "exists and existsAtLeast answer as soon as there are enough, also where the list is not complete or an item is open."
    ),
    avoid: "size(members.filter(m, m.isActive)) > 0",
    prefer: "members.exists(m, m.isActive)")
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for part in pack.expressions.flatMap(\.parts) {
      guard case .call(let function, nil, let sides) = part.expression.kind, sides.count == 2,
        let relation = Relation(function), let direct = Self.direct(sides, relation, part.expression)
      else { continue }
      log.report(
        .counted(Unparser.text(part.expression)), at: part, remedy: .write(Unparser.text(direct)))
    }
  }

  /// `exists` or `existsAtLeast`; nil where something else is compared.
  private static func direct(_ sides: [Expression], _ relation: Relation, _ whole: Expression) -> Expression?
  {
    guard case .call("size", let target, let arguments) = sides[0].kind, let list = target ?? arguments.first,
      case .comprehension(let filter) = list.kind, filter.operation == .filter,
      case .int(let number)? = sides[1].literal
    else { return nil }
    let least: Int64? =
      switch relation {
      case .greater where number >= 0 && number < .max: number + 1
      case .greaterOrEqual where number > 0: number
      case .notEquals where number == 0: 1
      default: nil
      }
    guard let least else { return nil }
    let count = Expression(id: whole.id, range: whole.range, kind: .literal(.int(least)))
    return whole.with(
      .comprehension(
        Comprehension(
          operation: least == 1 ? .exists : .existsAtLeast, range: filter.range, variable: filter.variable,
          count: least == 1 ? nil : count, predicate: filter.predicate)))
  }
}

extension ReviewMessage {
  fileprivate static let counted = ReviewMessage(
    "size-of-filter.counted",
    vi: "Đếm thay vì hỏi: {1}.",
    en: "Counted where one is enough: {1}.")
  fileprivate static let write = ReviewMessage(
    "size-of-filter.write",
    vi: "Hãy viết {1}.",
    en: "Write {1}.")
}
