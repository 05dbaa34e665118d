import CEL
import Evaluator
import JSON
import RulePacks

/// A loop that looks for one value in a list.
struct MembershipLoopRule: LintRule {
  static let description = ReviewRuleDescription(
    "membership-loop", .note,
    title: LocalizedText(
      vi: "Duyệt danh sách để tìm một giá trị",
      en: "A loop that looks for one value"),
    what: LocalizedText(
      vi: "exists hay all chỉ so từng mục với một giá trị không đổi.",
      en: "exists or all compares each item with one value and asks nothing else."),
    why: LocalizedText(
      vi: "\"in\" nói đúng điều đó, không cần đặt tên cho từng mục.",
      en: "\"in\" says just that, without a name for the items."),
    avoid: "documents.exists(x, x == 'report')",
    prefer: "'report' in documents")
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    for part in pack.expressions.flatMap(\.parts) {
      guard case .comprehension(let loop) = part.expression.kind,
        let direct = Self.direct(loop, part.expression)
      else { continue }
      log.report(.looked(Unparser.text(part.expression)), at: part, remedy: .write(Unparser.text(direct)))
    }
  }

  /// `value in list` or its opposite; nil where the loop asks anything else.
  private static func direct(_ loop: Comprehension, _ whole: Expression) -> Expression? {
    guard loop.second == nil, case .call(let function, nil, let sides)? = loop.predicate?.kind,
      sides.count == 2,
      let value = value(of: sides, besides: loop.variable)
    else { return nil }
    let found = whole.with(.call(function: Operator.membership, target: nil, arguments: [value, loop.range]))
    return switch (loop.operation, function) {
    case (.exists, Operator.equals): found
    case (.all, Operator.notEquals):
      whole.with(.call(function: Operator.not, target: nil, arguments: [found]))
    default: nil
    }
  }

  /// The literal that stands beside the item.
  private static func value(of sides: [Expression], besides variable: Text) -> Expression? {
    if case .identifier(variable, leadingDot: false) = sides[0].kind, sides[1].literal != nil {
      return sides[1]
    }
    if case .identifier(variable, leadingDot: false) = sides[1].kind, sides[0].literal != nil {
      return sides[0]
    }
    return nil
  }
}

extension ReviewMessage {
  fileprivate static let looked = ReviewMessage(
    "membership-loop.looked",
    vi: "Duyệt cả danh sách chỉ để tìm một giá trị: {1}.",
    en: "A loop that only looks for one value: {1}.")
  fileprivate static let write = ReviewMessage(
    "membership-loop.write",
    vi: "Hãy viết {1}.",
    en: "Write {1}.")
}
