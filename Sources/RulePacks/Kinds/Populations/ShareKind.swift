import CEL
import Evaluator
import JSON

/// How many of a group have something, as a percentage, against a limit.
public struct ShareKind: PopulationKind {
  public struct Parameters: Decodable, Sendable {
    var `where`: ExpressionText
    var of: ExpressionText?
    var atLeast: LimitText?
    var moreThan: LimitText?
    var atMost: LimitText?
    var lessThan: LimitText?
    var equals: LimitText?
    var between: [LimitText]?
    var places: Int?
    var rounding: Text?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> PopulationCheck {
    let counted = context.term(parameters.where, .boolean)
    let base = parameters.of.map { context.term($0, .boolean) }
    let limit = try context.bounds(
      [
        ("atLeast", parameters.atLeast), ("moreThan", parameters.moreThan), ("atMost", parameters.atMost),
        ("lessThan", parameters.lessThan), ("equals", parameters.equals),
      ], between: parameters.between)
    if parameters.rounding != nil, parameters.places == nil {
      context.report(.missingMember, at: context.rule["rounding"], ["places", "share"])
    }
    if let places = parameters.places, places > Decimal.maximumScale {
      context.report(.invalidNumber, at: context.rule["places"], [Text("\(places)"), "range"])
    }
    let mode = parameters.rounding.flatMap { RoundingMode($0) } ?? .halfUp
    return PopulationCheck(
      aggregation: .share(
        counted: try context.formula(of: counted), base: try base.map { try context.formula(of: $0) },
        places: parameters.places.map { Aggregation.Places(count: $0, mode: mode) }), requires: limit,
      unit: "%", messages: .bounded(by: limit))
  }

  public static let description = KindDescription(
    name: "share",
    title: LocalizedText(vi: "Tỷ lệ trong nhóm", en: "Share"),
    doc: LocalizedText(
      vi: "Tỷ lệ phần trăm hồ sơ trong nhóm thỏa một điều kiện; so sánh chính xác bằng nhân chéo.",
      en:
        "The percentage of a group's records for which a condition holds; compared exactly, by multiplication."
    ),
    members: [
      .init("where", .expression, required: true, vi: "Hồ sơ được đếm", en: "The records that are counted"),
      .init(
        "of", .expression, vi: "Hồ sơ làm mẫu số (mặc định: cả nhóm)",
        en: "The records that the share is taken of (the whole group unless told)"),
    ] + BoundMembers.members + [
      .init(
        "places", .integer(minimum: 0), vi: "Làm tròn tỷ lệ đến số chữ số thập phân này trước khi so sánh",
        en: "Decimal places that the percentage is rounded to before it is compared"),
      .init(
        "rounding", .oneOf(RoundingMode.named.map(\.name)), vi: "Cách làm tròn (mặc định: halfUp)",
        en: "How it is rounded (halfUp unless told)"),
    ], choices: [.exactlyOne(of: BoundMembers.names)], populationExamples: examples)
}
