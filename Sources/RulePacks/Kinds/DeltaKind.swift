import CEL
import Evaluator
import JSON

/// A value against its baseline, such as the year before: it must be better, or by so much.
public struct DeltaKind: RecordKind {
  public struct Parameters: Decodable, Sendable, ItemParameters {
    var of: ExpressionText?
    var `where`: ExpressionText?
    var require: ItemRequirement?
    var name: ExpressionText?
    var minItems: LimitText?
    var value: ExpressionText
    var baseline: ExpressionText
    var better: ExpressionText?
    var by: LimitText?
    var allowEqual: Bool?
    var `in`: Measure?
    var unit: Text?
  }

  /// How a change is measured.
  enum Measure: String, Decodable, CaseIterable {
    case points, percent
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let scope = ItemScope(parameters, context)
    let value = scope.term(parameters.value, .number)
    let baseline = scope.term(parameters.baseline, .number)
    let better = Better(parameters.better, context) { scope.term($0, .scalar) }
    if let node = parameters.by?.node, parameters.allowEqual != nil {
      context.report(.conflictingMembers, at: node, ["by, allowEqual"])
    }
    if let node = context.rule["in"], parameters.by == nil {
      context.report(.missingMember, at: node, ["by", "delta"])
    }
    let unit = context.unit(parameters.unit, of: [value, baseline])
    guard let by = parameters.by.map(context.number) else {
      return try against(
        baseline, value, better, strictly: parameters.allowEqual != true, unit: unit, scope, context)
    }
    let isRelative = parameters.in == .percent
    let gain = better.gain(value.text, baseline.text)
    let change = isRelative ? Text("percent(\(gain), \(baseline))") : gain
    let holds = Text("\(change) >= \(by)")
    return try scope.check(holds) {
      Check(
        requires: try context.formula(holds, .bool), measured: try context.formula(change),
        limit: try context.limit("atLeast", by.text),
        distance: try context.display(Text("\(by) - \(change)")),
        unit: isRelative ? "%" : unit, messages: .change)
    }
  }

  /// Better than the baseline, or as good.
  private func against(
    _ baseline: Term, _ value: Term, _ better: Better, strictly: Bool, unit: Text?, _ scope: ItemScope,
    _ context: CompileContext
  ) throws -> Check {
    let holds = better.isAsGood(value.text, baseline.text, strictly: strictly)
    return try scope.check(holds) {
      Check(
        requires: try context.formula(holds, .bool), measured: value.formula,
        limit: try context.limit(better.limitName(strictly: strictly), baseline.text),
        distance: try context.display(better.gain(baseline.text, value.text)), unit: unit,
        messages: strictly ? .better : .kept)
    }
  }
}

extension DeltaKind {
  public static let description = KindDescription(
    name: "delta",
    title: LocalizedText(vi: "So với kỳ gốc", en: "Change against a baseline"),
    doc: LocalizedText(
      vi: "Giá trị phải tốt hơn giá trị gốc (ví dụ năm trước), hoặc tốt hơn ít nhất một mức.",
      en: "A value must be better than its baseline (the year before, say), or better by at least so much."),
    members: ItemScope.members() + [
      .init("value", .expression, required: true, vi: "Giá trị được xét", en: "The value"),
      .init("baseline", .expression, required: true, vi: "Giá trị gốc", en: "What it is held against"),
      Better.shape,
      .init("by", .numberOrExpression, vi: "Tốt hơn ít nhất bao nhiêu", en: "Better by at least"),
      .init(
        "allowEqual", .boolean, vi: "true: bằng giá trị gốc cũng được",
        en: "true: as good as the baseline will do"),
      .init(
        "in", .oneOf(Measure.allCases.map { Text($0.rawValue) }),
        vi: "Cách tính by: points (hiệu số, mặc định) hoặc percent (so với giá trị gốc)",
        en: "How by is measured: points (a difference, unless told) or percent of the baseline"),
      .init("unit", .text, vi: "Đơn vị tính", en: "Unit of measure"),
    ],
    examples: examples)
}

extension Messages {
  fileprivate static let better = Messages(
    satisfied: MessageTemplate(
      "delta.better", vi: "{measured}{unit}, tốt hơn mức gốc {limit}{unit}.",
      en: "{measured}{unit} is better than {limit}{unit}."),
    violated: MessageTemplate(
      "delta.notBetter", vi: "{measured}{unit}, chưa tốt hơn mức gốc {limit}{unit}.",
      en: "{measured}{unit} is no better than {limit}{unit}."))

  fileprivate static let kept = Messages(
    satisfied: MessageTemplate(
      "delta.kept", vi: "{measured}{unit}, không kém mức gốc {limit}{unit}.",
      en: "{measured}{unit} is no worse than {limit}{unit}."),
    violated: MessageTemplate(
      "delta.worse", vi: "{measured}{unit}, kém mức gốc {limit}{unit} là {distance}{unit}.",
      en: "{measured}{unit} is worse than {limit}{unit} by {distance}{unit}."))

  fileprivate static let change = Messages(
    satisfied: MessageTemplate(
      "delta.enough", vi: "Tốt hơn {measured}{unit}; yêu cầu ít nhất {limit}{unit}.",
      en: "Better by {measured}{unit}; at least {limit}{unit} is asked."),
    violated: MessageTemplate(
      "delta.tooLittle",
      vi: "Thay đổi {measured}{unit}, yêu cầu tốt hơn ít nhất {limit}{unit}; còn thiếu {distance}{unit}.",
      en: "Better by {measured}{unit}, at least {limit}{unit} is asked: {distance}{unit} short."))
}
