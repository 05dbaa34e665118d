import CEL
import Evaluator
import JSON

/// What no other kind says: any condition, with what reports should show of it.
public struct ExpressionKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var holds: ExpressionText
    var measured: ExpressionText?
    var limit: LimitText?
    var unit: Text?
    var failing: ExpressionText?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let holds = context.term(parameters.holds, .boolean)
    let measured = parameters.measured.map { context.term($0, .any) }
    let limit = parameters.limit.map {
      context.term($0.text, at: $0.node, .any, in: context.compilers.plain)
    }
    let unit = context.unit(parameters.unit, of: [measured, limit].compactMap { $0 })
    let failing = parameters.failing.map { context.term($0, .list) }
    return Check(
      requires: try context.formula(of: holds), measured: measured?.formula,
      limit: limit?.formula.map { Limit(bounds: [Limit.Bound(name: "value", value: $0)]) },
      failingItems: failing?.formula, itemEnum: failing?.elementEnum, unit: unit,
      messages: failing != nil ? .failing : measured == nil ? .plain : .measured)
  }
}

extension ExpressionKind {
  public static let description = KindDescription(
    name: "expression",
    title: LocalizedText(vi: "Biểu thức", en: "Expression"),
    doc: LocalizedText(
      vi: "Một điều kiện bất kỳ, dùng khi không có loại quy tắc nào khác phù hợp.",
      en: "Any condition; for what no other kind says."),
    members: [
      .init("holds", .expression, required: true, vi: "Điều kiện phải đúng", en: "What must hold"),
      .init("measured", .expression, vi: "Giá trị in trong báo cáo", en: "Value that reports show"),
      .init("limit", .numberOrExpression, vi: "Mức in trong báo cáo", en: "Limit that reports show"),
      .init("unit", .text, vi: "Đơn vị tính", en: "Unit of measure"),
      .init("failing", .expression, vi: "Danh sách những gì không đạt", en: "A list of what fails"),
    ],
    examples: [
      KindExample(
        vi: "Đúng một trong hai điều kiện là đạt", en: "Either of two conditions is enough",
        fields: #"{ "score": { "type": "integer" }, "isHero": { "type": "boolean" } }"#,
        rule: #"{ "kind": "expression", "holds": "score >= 90 || isHero" }"#,
        record: #"{ "score": 80, "isHero": true }"#, .satisfied()),
      KindExample(
        vi: "Không đạt, báo cáo in giá trị", en: "Not met; reports show the value",
        fields: #"{ "score": { "type": "integer", "unit": "point" } }"#,
        rule:
          #"{ "kind": "expression", "holds": "score >= 90", "measured": "score", "limit": 90, "unit": "point" }"#,
        record: #"{ "score": 80 }"#, .violated(measured: "80")),
      KindExample(
        vi: "Không đạt, nêu tên phần còn thiếu", en: "Not met; what is lacking by name",
        fields:
          #"{ "units": { "type": "list", "of": "string" }, "reached": { "type": "list", "of": "string" } }"#,
        rule:
          #"{ "kind": "expression", "holds": "size(without(units, reached)) == 0", "failing": "without(units, reached)" }"#,
        record: #"{ "units": ["a", "b"], "reached": ["b"] }"#, .violated(failing: ["a"])),
      KindExample(
        vi: "Chưa đủ căn cứ", en: "Not enough is given",
        fields: #"{ "score": { "type": "integer" }, "isHero": { "type": "boolean" } }"#,
        rule: #"{ "kind": "expression", "holds": "score >= 90 || isHero" }"#,
        record: #"{ "score": 80 }"#, .undetermined(missing: ["isHero"])),
    ])
}

extension Messages {
  private static let met = MessageTemplate(
    "expression.met", vi: "Đáp ứng tiêu chí.", en: "The criterion is met.")

  fileprivate static let plain = Messages(satisfied: met, violated: .unmet)

  fileprivate static let measured = Messages(
    satisfied: met,
    violated: MessageTemplate(
      "expression.unmetAt", vi: "Chưa đáp ứng tiêu chí: {measured}{unit}.",
      en: "The criterion is not met: {measured}{unit}."))

  fileprivate static let failing = Messages(
    satisfied: met,
    violated: MessageTemplate(
      "expression.failing", vi: "Chưa đáp ứng tiêu chí: {items}.", en: "The criterion is not met: {items}."))
}
