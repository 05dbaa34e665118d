import CEL
import Evaluator
import JSON

/// Two values that must stand in a relation, such as a total and the sum of its parts.
public struct ConsistencyKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var left: ExpressionText
    var right: ExpressionText
    var relation: Relation?
    var tolerance: LimitText?
  }

  enum Relation: String, Decodable, CaseIterable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// As limits are named in results.
    var limitName: Text {
      switch self {
      case .equal: "equals"
      case .notEqual: "notEquals"
      case .less: "lessThan"
      case .lessOrEqual: "atMost"
      case .greater: "moreThan"
      case .greaterOrEqual: "atLeast"
      }
    }
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let left = context.term(parameters.left, .scalar)
    let right = context.term(parameters.right, .scalar)
    let relation = parameters.relation ?? .equal
    let tolerance = parameters.tolerance.map(context.number)
    let areNumbers = TermType.number.admits(left.type) && TermType.number.admits(right.type)
    if !areNumbers, left.type != right.type, !left.isBroken, !right.isBroken {
      context.report(.wrongExpressionType, at: right.node, [right.type.text, left.type.text])
    }
    if let node = parameters.tolerance?.node, !areNumbers || relation == .notEqual {
      context.report(.conflictingMembers, at: node, ["relation, tolerance"])
    }
    let unit = context.unit(nil, of: [left, right] + (tolerance.map { [$0] } ?? []))
    return Check(
      requires: try context.formula(requirement(left, right, relation, tolerance), .bool),
      measured: left.formula,
      limit: right.formula.map { Limit(bounds: [Limit.Bound(name: relation.limitName, value: $0)]) },
      distance: try distance(left, right, relation, areNumbers).map { try context.formula($0) },
      unit: unit, messages: relation == .equal ? .equality : .relation)
  }

  private func requirement(_ left: Term, _ right: Term, _ relation: Relation, _ tolerance: Term?) -> Text {
    guard let tolerance else { return Text("\(left) \(relation.rawValue) \(right)") }
    return switch relation {
    case .equal, .notEqual: Text("\(left) >= \(right) - \(tolerance) && \(left) <= \(right) + \(tolerance)")
    case .less, .lessOrEqual: Text("\(left) \(relation.rawValue) \(right) + \(tolerance)")
    case .greater, .greaterOrEqual: Text("\(left) \(relation.rawValue) \(right) - \(tolerance)")
    }
  }

  /// Between numbers and between days; nil for what has no distance.
  private func distance(_ left: Term, _ right: Term, _ relation: Relation, _ areNumbers: Bool) -> Text? {
    let areDates = left.type == .date && right.type == .date
    guard areNumbers || areDates, relation != .notEqual else { return nil }
    let above = areDates ? "days(\(right), \(left))" : "\(left) - \(right)"
    let below = areDates ? "days(\(left), \(right))" : "\(right) - \(left)"
    return switch relation {
    case .less, .lessOrEqual: Text(above)
    case .greater, .greaterOrEqual: Text(below)
    case .equal, .notEqual: Text("\(left) < \(right) ? \(below) : \(above)")
    }
  }
}

extension ConsistencyKind {
  public static let description = KindDescription(
    name: "consistency",
    title: LocalizedText(vi: "Khớp số liệu", en: "Consistency"),
    doc: LocalizedText(
      vi: "Hai giá trị phải có quan hệ đã nêu, ví dụ tổng bằng tổng các phần.",
      en: "Two values must stand in a relation, such as a total and the sum of its parts."),
    members: [
      .init("left", .expression, required: true, vi: "Vế trái", en: "Left side"),
      .init("right", .expression, required: true, vi: "Vế phải", en: "Right side"),
      .init(
        "relation", .oneOf(Relation.allCases.map { Text($0.rawValue) }), vi: "Quan hệ (mặc định: ==)",
        en: "Relation (== unless told)"),
      .init("tolerance", .numberOrExpression, vi: "Sai lệch cho phép", en: "Difference that is admitted"),
    ],
    examples: [
      KindExample(
        vi: "0,1 cộng 0,2 đúng bằng 0,3", en: "0.1 and 0.2 are exactly 0.3",
        fields: #"{ "a": { "type": "number" }, "b": { "type": "number" }, "total": { "type": "number" } }"#,
        rule: #"{ "kind": "consistency", "left": "a + b", "right": "total" }"#,
        record: #"{ "a": 0.1, "b": 0.2, "total": 0.3 }"#, .satisfied(measured: "0.3")),
      KindExample(
        vi: "Ba tỷ trọng cộng lại lệch quá mức cho phép", en: "Shares that miss 100 by more than is admitted",
        fields: #"{ "a": { "type": "number" }, "b": { "type": "number" }, "c": { "type": "number" } }"#,
        rule: #"{ "kind": "consistency", "left": "a + b + c", "right": "100.0", "tolerance": 0.1 }"#,
        record: #"{ "a": 55.5, "b": 29.2, "c": 15.1 }"#, .violated(measured: "99.8", distance: "0.2")),
      KindExample(
        vi: "Thiếu một vế", en: "One side is not given",
        fields: #"{ "planned": { "type": "integer" }, "done": { "type": "integer" } }"#,
        rule: #"{ "kind": "consistency", "left": "done", "relation": "<=", "right": "planned" }"#,
        record: #"{ "done": 3 }"#, .undetermined(missing: ["planned"])),
      KindExample(
        vi: "Ngày kết thúc trước ngày bắt đầu", en: "Ended before it began",
        fields: #"{ "from": { "type": "date" }, "to": { "type": "date" } }"#,
        rule: #"{ "kind": "consistency", "left": "from", "relation": "<=", "right": "to" }"#,
        record: #"{ "from": "2021-03-02", "to": "2021-03-01" }"#, .violated(distance: "1")),
    ])
}

extension Messages {
  fileprivate static let equality = Messages(
    satisfied: MessageTemplate(
      "consistency.equal", vi: "Số liệu khớp: {measured}{unit}.", en: "The figures agree: {measured}{unit}."),
    violated: MessageTemplate(
      "consistency.different", vi: "Số liệu không khớp: {measured}{unit} so với {limit}{unit}.",
      en: "The figures disagree: {measured}{unit} against {limit}{unit}."))

  fileprivate static let relation = Messages(
    satisfied: MessageTemplate(
      "consistency.holds", vi: "Số liệu hợp lý: {measured}{unit} so với {limit}{unit}.",
      en: "The figures are consistent: {measured}{unit} against {limit}{unit}."),
    violated: MessageTemplate(
      "consistency.fails", vi: "Số liệu mâu thuẫn: {measured}{unit} so với {limit}{unit}.",
      en: "The figures contradict: {measured}{unit} against {limit}{unit}."))
}
