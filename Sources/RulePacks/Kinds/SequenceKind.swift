import CEL
import Evaluator
import JSON

/// Stages that must all have been gone through, in order.
public struct SequenceKind: RecordKind {
  public struct Parameters: Decodable, Sendable, ItemParameters {
    var of: ExpressionText?
    var `where`: ExpressionText?
    var require: ItemRequirement?
    var name: ExpressionText?
    var minItems: LimitText?
    var stages: [ExpressionText]
    var anyOrder: [ExpressionText]?
    var strict: Bool?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let scope = ItemScope(parameters, countsMissing: context.countsMissing(Self.description), context)
    let stages = parameters.stages.map { scope.term($0, .date) }
    let others = (parameters.anyOrder ?? []).map { scope.term($0, .date) }
    let order = parameters.strict == true ? "<" : "<="
    let given = (stages + others).map { "given(\($0))" }
    let steps = zip(stages, stages.dropFirst()).map { "\($0) \(order) \($1)" }
    let holds = Text((given + steps).joined(separator: " && "))
    return try scope.check(holds) {
      let texts = (parameters.stages + (parameters.anyOrder ?? [])).map(\.text.celLiteral)
      let skipped = zip(given, texts).map { "(isKnownTrue(\($0)) ? [] : [\($1)])" }
      let reversed = zip(steps, texts.dropFirst()).map { "(isKnownFalse(\($0)) ? [\($1)] : [])" }
      let titles = zip(parameters.stages + (parameters.anyOrder ?? []), stages + others).compactMap {
        text, day in
        context.title(of: text, day).map { ItemTitle(text.text, $0) }
      }
      let items = Text((skipped + reversed).joined(separator: " + "))
      return Check(
        requires: try context.formula(holds, .bool),
        distance: try context.display("size(" + items + ")", .int),
        failingItems: try context.display(items), itemTitles: titles, messages: .stages)
    }
  }
}

extension SequenceKind {
  public static let description = KindDescription(
    name: "sequence",
    title: LocalizedText(vi: "Trình tự các khâu", en: "Sequence of stages"),
    doc: LocalizedText(
      vi: "Các khâu phải được thực hiện đủ, không bỏ khâu nào, ngày sau không sớm hơn ngày trước.",
      en: "Stages must all have been gone through, none skipped, no date earlier than the one before it."),
    members: ItemScope.members() + [
      .init(
        "stages", .array(.expression, minimum: 2), required: true, vi: "Ngày của từng khâu, theo thứ tự",
        en: "The day of each stage, in order"),
      .init(
        "anyOrder", .array(.expression, minimum: 1), vi: "Những ngày cũng phải có, không kể thứ tự",
        en: "Days that must be given too, in any order"),
      .init(
        "strict", .boolean, vi: "true: hai khâu không được cùng ngày",
        en: "true: no two stages on one day"),
    ],
    whenMissing: .violated, examples: examples)
}

extension Messages {
  fileprivate static let stages = Messages(
    satisfied: MessageTemplate(
      "sequence.complete", vi: "Đã thực hiện đủ các khâu, đúng thứ tự.", en: "All stages are done, in order."),
    violated: MessageTemplate(
      "sequence.broken", vi: "Bỏ khâu hoặc sai thứ tự: {items}.", en: "Skipped or out of order: {items}."))
}
