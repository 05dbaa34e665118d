import BinhXet

/// A score made of weighted parts, which must reach a level.
struct WeightedScoreKind: RecordKind {
  struct Parameters: Decodable, Sendable {
    var parts: [Part]
    var atLeast: LimitText
  }

  struct Part: Decodable, Sendable {
    var value: ExpressionText
    var weight: LimitText
  }

  func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let terms = parameters.parts.map { "\(context.term($0.value, .number)) * \(context.number($0.weight))" }
    let score = Text(terms.joined(separator: " + "))
    let least = context.number(parameters.atLeast)
    return Check(
      requires: try context.formula("(" + score + ") >= " + least.text, .bool),
      measured: try context.formula(score),
      limit: Limit(bounds: [Limit.Bound(name: "atLeast", value: try context.formula(of: least))]),
      distance: try context.display(least.text + " - (" + score + ")"),
      messages: Messages(
        satisfied: MessageTemplate(
          "weightedScore.reached", vi: "Đạt {measured} điểm.", en: "{measured} points."),
        violated: MessageTemplate(
          "weightedScore.below", vi: "Đạt {measured} điểm, còn thiếu {distance} điểm.",
          en: "{measured} points, {distance} short.")))
  }

  static let part = ObjectShape(
    "part", doc: LocalizedText(vi: "Một phần điểm", en: "A part of the score"),
    members: [
      .init("value", .expression, required: true, vi: "Điểm", en: "Points"),
      .init("weight", .numberOrExpression, required: true, vi: "Hệ số", en: "Weight"),
    ])

  static let description = KindDescription(
    name: "weightedScore", title: LocalizedText(vi: "Điểm có hệ số", en: "Weighted score"),
    doc: LocalizedText(
      vi: "Tổng điểm nhân hệ số phải đạt một mức.", en: "Weighted points must reach a level."),
    members: [
      .init("parts", .array(.object(part), minimum: 1), required: true, vi: "Các phần", en: "The parts"),
      .init("atLeast", .numberOrExpression, required: true, vi: "Mức tối thiểu", en: "Level to reach"),
    ],
    examples: [
      KindExample(
        vi: "Vừa đủ", en: "Just enough",
        fields: #"{ "work": { "type": "number" }, "study": { "type": "number" } }"#,
        rule: """
          { "kind": "weightedScore", "atLeast": 80,
            "parts": [ { "value": "work", "weight": 0.7 }, { "value": "study", "weight": 0.3 } ] }
          """,
        record: #"{ "work": 80, "study": 80 }"#, .satisfied(measured: "80"))
    ])
}

BinhXetCommand.main(kinds: KindRegistry(builtInKinds + [WeightedScoreKind.self]))
