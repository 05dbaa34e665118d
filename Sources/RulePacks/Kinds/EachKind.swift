import CEL
import Evaluator
import JSON

/// Every item of a list, none, or at least some, must meet a condition; the failing ones are named.
public struct EachKind: RecordKind {
  public struct Parameters: Decodable, Sendable, ItemParameters {
    var of: ExpressionText?
    var `where`: ExpressionText?
    var holds: ExpressionText
    var require: ItemRequirement?
    var name: ExpressionText?
    var minItems: LimitText?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let scope = ItemScope(parameters, context)
    let holds = scope.term(parameters.holds, .boolean)
    return try scope.check(holds.text) { throw CompileContext.Broken() }
  }
}

extension EachKind {
  public static let description = KindDescription(
    name: "each",
    title: LocalizedText(vi: "Từng phần tử", en: "Each item"),
    doc: LocalizedText(
      vi:
        "Mọi phần tử, không phần tử nào, hoặc ít nhất một số phần tử của danh sách thỏa điều kiện; nêu tên phần tử không đạt.",
      en: "Every item of a list, none, or at least some, meet a condition; the failing ones are named."),
    members: ItemScope.members(isList: true) + [
      .init("holds", .expression, required: true, vi: "Điều kiện trên item", en: "Condition on an item")
    ],
    examples: EachKind.examples)
}
