import CEL
import Evaluator
import JSON

/// An actual against a target that the record holds: met or exceeded, for one pair or for every item of a list.
public struct AgainstTargetKind: RecordKind {
  public struct Parameters: Decodable, Sendable, ItemParameters {
    var of: ExpressionText?
    var `where`: ExpressionText?
    var require: ItemRequirement?
    var name: ExpressionText?
    var minItems: LimitText?
    var actual: ExpressionText
    var target: ExpressionText
    var better: ExpressionText?
    var exceed: Exceed?
    var unit: Text?
  }

  /// Whether meeting the target is enough.
  enum Exceed: JSONNodeDecodable {
    case no, every
    case atLeast(LimitText)

    init(_ node: JSONNode) throws(DecodingFailure) {
      if let count = node["atLeast"] {
        self = .atLeast(try LimitText(count))
      } else {
        self = node.bool == true ? .every : .no
      }
    }
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let scope = ItemScope(parameters, context)
    let actual = scope.term(parameters.actual, .number)
    let target = scope.term(parameters.target, .number)
    let better = Better(parameters.better, context) { scope.term($0, .scalar) }
    let unit = context.unit(parameters.unit, of: [actual, target])
    let exceeds = better.isAsGood(actual.text, target.text, strictly: true)
    let isStrict = if case .every? = parameters.exceed { true } else { false }
    let holds = isStrict ? exceeds : better.isAsGood(actual.text, target.text, strictly: false)
    let besides = enough(exceeds, parameters, scope, context)
    var check = try scope.check(holds, besides: besides?.holds) {
      Check(
        requires: try context.formula(holds, .bool), measured: actual.formula,
        limit: try context.limit(better.limitName(strictly: isStrict), target.text),
        distance: try context.display(better.gain(target.text, actual.text)),
        exceeds: try context.formula(exceeds, .bool), unit: unit, messages: isStrict ? .exceeded : .met)
    }
    if scope.items != nil {
      check.messages = besides == nil ? .items : .someExceeded
      if let besides { check.limit = try context.limit("exceeded", besides.count, .int) }
    }
    return check
  }

  /// So many items must be better than their targets.
  private func enough(
    _ exceeds: Text, _ parameters: Parameters, _ scope: ItemScope, _ context: CompileContext
  ) -> (holds: Text, count: Text)? {
    guard case .atLeast(let least)? = parameters.exceed else { return nil }
    guard let items = scope.items else {
      context.report(.missingMember, at: context.rule["exceed"], ["of", "againstTarget"])
      return nil
    }
    let count = context.count(least)
    let filter = items.filter.map { "\($0) && " } ?? ""
    return (Text("\(items.list).existsAtLeast(\(count), item, \(filter)\(exceeds))"), count.text)
  }
}

extension AgainstTargetKind {
  private static let count = ValueShape.either([.boolean, .object(ItemRequirement.count)])

  public static let description = KindDescription(
    name: "againstTarget",
    title: LocalizedText(vi: "So với chỉ tiêu được giao", en: "Against the assigned target"),
    doc: LocalizedText(
      vi: "Kết quả thực hiện phải đạt hoặc vượt chỉ tiêu ghi trong hồ sơ; nêu tên chỉ tiêu chưa đạt.",
      en: "What was done must meet or exceed the target that the record holds; the missed ones are named."),
    members: ItemScope.members() + [
      .init("actual", .expression, required: true, vi: "Thực hiện", en: "What was done"),
      .init("target", .expression, required: true, vi: "Chỉ tiêu", en: "The target"),
      Better.shape,
      .init(
        "exceed", count,
        vi: "true: phải vượt; { atLeast: N }: không chỉ tiêu nào hụt và ít nhất N chỉ tiêu vượt",
        en: "true: must exceed; { atLeast: N }: none missed and at least N exceeded"),
      .init("unit", .text, vi: "Đơn vị tính", en: "Unit of measure"),
    ],
    examples: examples)
}

extension Messages {
  fileprivate static let met = Messages(
    satisfied: MessageTemplate(
      "againstTarget.met", vi: "Thực hiện {measured}{unit}, đạt chỉ tiêu {limit}{unit}.",
      en: "{measured}{unit} meets the target of {limit}{unit}."),
    violated: MessageTemplate(
      "againstTarget.missed",
      vi: "Thực hiện {measured}{unit}, chưa đạt chỉ tiêu {limit}{unit}; còn thiếu {distance}{unit}.",
      en: "{measured}{unit} misses the target of {limit}{unit} by {distance}{unit}."))

  fileprivate static let exceeded = Messages(
    satisfied: MessageTemplate(
      "againstTarget.exceeded", vi: "Thực hiện {measured}{unit}, vượt chỉ tiêu {limit}{unit}.",
      en: "{measured}{unit} exceeds the target of {limit}{unit}."),
    violated: MessageTemplate(
      "againstTarget.notExceeded", vi: "Thực hiện {measured}{unit}, chưa vượt chỉ tiêu {limit}{unit}.",
      en: "{measured}{unit} does not exceed the target of {limit}{unit}."))

  fileprivate static let items = Messages(
    satisfied: MessageTemplate(
      "againstTarget.allMet", vi: "Tất cả {measured} chỉ tiêu đều đạt yêu cầu.",
      en: "All {measured} targets are as asked."),
    violated: MessageTemplate(
      "againstTarget.someMissed", vi: "Chỉ tiêu chưa đạt yêu cầu: {items}.",
      en: "Targets not as asked: {items}."))

  fileprivate static let someExceeded = Messages(
    satisfied: MessageTemplate(
      "againstTarget.enoughExceeded",
      vi: "Tất cả {measured} chỉ tiêu đều đạt, có ít nhất {limit} chỉ tiêu vượt.",
      en: "All {measured} targets are met, at least {limit} exceeded."),
    violated: MessageTemplate(
      "againstTarget.tooFewExceeded",
      vi: "Phải đạt mọi chỉ tiêu và vượt ít nhất {limit} chỉ tiêu; chỉ tiêu chưa đạt: {items}.",
      en: "All targets must be met and at least {limit} exceeded; missed: {items}."))
}
