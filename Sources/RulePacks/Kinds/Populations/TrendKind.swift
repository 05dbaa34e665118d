import CEL
import Evaluator
import JSON

/// How a number of a group has changed since the period before.
public struct TrendKind: PopulationKind {
  public struct Parameters: Decodable, Sendable {
    var function: Text
    var value: ExpressionText?
    var by: ExpressionText
    var current: LimitText
    var measure: Measure?
    var atLeast: LimitText?
    var moreThan: LimitText?
    var atMost: LimitText?
    var lessThan: LimitText?
    var equals: LimitText?
    var between: [LimitText]?
    var unit: Text?
  }

  enum Measure: String, Decodable, CaseIterable {
    case percent, difference
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> PopulationCheck {
    let function = AggregateFunction(parameters.function) ?? .count
    let value = try context.aggregated(parameters.value, by: function)
    let by = context.term(parameters.by, .any)
    let current = context.period(parameters.current)
    let isPeriod = by.type == .period && current.type == .period
    if !by.isBroken, !current.isBroken, !isPeriod, by.type != .int || current.type != .int {
      context.report(.wrongExpressionType, at: current.node, [current.type.text, by.type.text])
    }
    let limit = try context.bounds(
      [
        ("atLeast", parameters.atLeast), ("moreThan", parameters.moreThan), ("atMost", parameters.atMost),
        ("lessThan", parameters.lessThan), ("equals", parameters.equals),
      ], between: parameters.between)
    let isPercent = parameters.measure != .difference
    let unit = isPercent ? "%" : context.unit(parameters.unit, of: value.map { [$0] } ?? [])
    return PopulationCheck(
      aggregation: .trend(
        Aggregation.Trend(
          function: function, value: try value.map { try context.formula(of: $0) },
          by: try context.formula(of: by), current: try context.formula(of: current), isPercent: isPercent)),
      requires: limit, unit: unit, messages: .bounded(by: limit))
  }

  public static let description = KindDescription(
    name: "trend",
    title: LocalizedText(vi: "So với kỳ trước", en: "Trend"),
    doc: LocalizedText(
      vi: "Số của kỳ này so với kỳ trước: tăng, giảm bao nhiêu phần trăm, hoặc chênh lệch bao nhiêu.",
      en:
        "The number of this period against that of the period before: the change in percent, or the difference."
    ),
    members: [
      .init(
        "function", .oneOf(AggregateFunction.allCases.filter { $0 != .distinct }.map(\.name)), required: true,
        vi: "Cách tính", en: "What is computed"),
      .init(
        "value", .expression, vi: "Giá trị của mỗi hồ sơ (trừ count)",
        en: "The value of each record (not for count)"),
      .init(
        "by", .expression, required: true, vi: "Kỳ hoặc năm của hồ sơ", en: "The record's period or year"),
      .init(
        "current", .numberOrExpression, required: true, vi: "Kỳ này: năm, kỳ (\"2024-Q1\") hoặc tham số",
        en: "This period: a year, a period (\"2024-Q1\") or a parameter"),
      .init(
        "measure", .oneOf(Measure.allCases.map { Text($0.rawValue) }),
        vi: "percent (mặc định) hoặc difference",
        en: "percent (unless told) or difference"),
    ] + BoundMembers.members + [.init("unit", .text, vi: "Đơn vị tính", en: "Unit of measure")],
    choices: [.exactlyOne(of: BoundMembers.names)], populationExamples: examples)
}

extension CompileContext {
  /// A year or period of the file (`2024`, `"2024-Q1"`), or an author's expression over parameters only.
  func period(_ limit: LimitText) -> Term {
    if !limit.isLiteral, (try? Period(limit.text)) != nil {
      return term("period(\"" + limit.text + "\")", at: limit.node, .any, in: compilers.constants)
    }
    return term(limit.text, at: limit.node, .any, in: compilers.constants)
  }
}
