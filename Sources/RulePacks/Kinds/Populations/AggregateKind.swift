import CEL
import Evaluator
import JSON

/// A number made of the values of a group, against a limit.
public struct AggregateKind: PopulationKind {
  public struct Parameters: Decodable, Sendable {
    var function: Text
    var value: ExpressionText?
    var atLeast: LimitText?
    var moreThan: LimitText?
    var atMost: LimitText?
    var lessThan: LimitText?
    var equals: LimitText?
    var between: [LimitText]?
    var unit: Text?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> PopulationCheck {
    let function = AggregateFunction(parameters.function) ?? .count
    let value = try context.aggregated(parameters.value, by: function)
    let limit = try context.bounds(
      [
        ("atLeast", parameters.atLeast), ("moreThan", parameters.moreThan), ("atMost", parameters.atMost),
        ("lessThan", parameters.lessThan), ("equals", parameters.equals),
      ], between: parameters.between)
    let unit = context.unit(parameters.unit, of: value.map { [$0] } ?? [])
    return PopulationCheck(
      aggregation: .value(function, try value.map { try context.formula(of: $0) }), requires: limit,
      unit: unit, messages: .bounded(by: limit))
  }

  public static let description = KindDescription(
    name: "aggregate",
    title: LocalizedText(vi: "Số tổng hợp của nhóm", en: "Aggregate"),
    doc: LocalizedText(
      vi: "Số lượng, tổng, trung bình, nhỏ nhất, lớn nhất hoặc số giá trị khác nhau của nhóm so với một mức.",
      en: "The count, sum, mean, least, greatest or number of distinct values of a group against a limit."),
    members: [
      .init(
        "function", .oneOf(AggregateFunction.allCases.map(\.name)), required: true, vi: "Cách tính",
        en: "What is computed"),
      .init(
        "value", .expression, vi: "Giá trị của mỗi hồ sơ (trừ count)",
        en: "The value of each record (not for count)"),
    ] + BoundMembers.members + [.init("unit", .text, vi: "Đơn vị tính", en: "Unit of measure")],
    choices: [.exactlyOne(of: BoundMembers.names)], populationExamples: examples)
}

extension CompileContext {
  /// The value that a function takes of each record; one that it does not take, or lacks, is reported.
  func aggregated(_ value: ExpressionText?, by function: AggregateFunction) throws(Broken) -> Term? {
    switch (function, value) {
    case (.count, nil): return nil
    case (.count, let value?):
      report(.unknownMember, at: value.node, ["value", "count"])
      return nil
    case (_, nil):
      report(.missingMember, at: rule["function"], ["value", function.name])
      return nil
    case (.distinct, let value?): return term(value, .scalar)
    case (_, let value?): return term(value, .number)
    }
  }
}
