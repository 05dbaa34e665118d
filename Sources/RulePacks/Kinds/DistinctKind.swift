import CEL
import Evaluator
import JSON

/// Values of a list that must differ: none twice, or at least so many different ones.
public struct DistinctKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var of: ExpressionText
    var `where`: ExpressionText?
    var by: ExpressionText?
    var fold: Bool?
    var unique: Bool?
    var atLeast: LimitText?
    var covers: ExpressionText?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let list = context.term(parameters.of, .list)
    let values = try values(of: list, parameters, context)
    let least = parameters.atLeast.map(context.count)
    let covered = parameters.covers.map { context.term($0, .list) }
    let isUnique = parameters.unique ?? (least == nil && covered == nil)
    let member = Hygiene.fresh("member", in: [values.text] + (covered.map { [$0.text] } ?? []))
    let repeated = Text("duplicates(\(values.text))")
    let lacking = covered.map { "without(\($0), \(values.text))" }
    let conditions = [
      isUnique ? "size(\(repeated)) == 0" : nil, least.map { "size(\(values.text).distinct()) >= \($0)" },
      lacking.map { "size(\($0)) == 0" },
    ].compactMap { $0 }
    if conditions.isEmpty { context.report(.missingChoice, ["unique, atLeast, covers"]) }
    let failing = [
      isUnique ? names(repeated, values.type, member) : nil,
      lacking.map { names(Text($0), covered?.elementType ?? .string, member) },
    ].compactMap { $0?.string }
    let items = Text(failing.joined(separator: " + "))
    let distance = least.map { "\($0) - size(\(values.text).distinct())" } ?? "size(\(items))"
    return Check(
      requires: try context.formula(Text(conditions.joined(separator: " && ")), .bool),
      measured: try context.display(Text("size(\(values.text).distinct())"), .int),
      limit: try least.map { try context.limit("atLeast", $0.text, .int) },
      distance: try context.display(Text(distance), .int),
      failingItems: failing.isEmpty ? nil : try context.display(items), itemEnum: values.type.enumName,
      messages: failing.isEmpty ? .enough : least == nil ? .unique : .both)
  }

  /// The values of all items, a list of values taken apart.
  private func values(
    of list: Term, _ parameters: Parameters, _ context: CompileContext
  ) throws -> (text: Text, type: CELType) {
    var text = list.text
    if let filter = parameters.where {
      text += ".filter(item, " + context.term(filter, item: list.elementType, .boolean).text + ")"
    }
    var type = list.elementType
    if let by = parameters.by.map({ context.term($0, item: list.elementType, .any) }) {
      text += ".map(item, " + by.text + ")"
      type = by.type
      if case .list(let element) = by.type {
        text += ".flatten()"
        type = element
      }
    }
    if parameters.fold == true {
      if type != .string, !context.isBroken {
        context.report(.wrongExpressionType, at: parameters.of.node, [type.text, "string"])
      }
      let value = Hygiene.fresh("value", in: [text])
      text += ".map(" + value + ", fold(" + value + "))"
    }
    try context.requireSound()
    return (text, type)
  }

  private func names(_ list: Text, _ type: CELType, _ variable: Text) -> Text {
    type == .string ? list : Text("\(list).map(\(variable), string(\(variable)))")
  }
}

extension DistinctKind {
  public static let description = KindDescription(
    name: "distinct",
    title: LocalizedText(vi: "Không trùng lặp", en: "Distinct values"),
    doc: LocalizedText(
      vi:
        "Các giá trị của danh sách không được trùng nhau, hoặc phải có ít nhất bao nhiêu giá trị khác nhau.",
      en: "No value of a list may stand twice, or at least so many different ones must be there."),
    members: [
      .init("of", .expression, required: true, vi: "Danh sách", en: "The list"),
      .init("where", .expression, vi: "Chỉ xét các item thỏa điều kiện này", en: "Which items are looked at"),
      .init(
        "by", .expression, vi: "Giá trị của item; danh sách thì xét từng phần tử",
        en: "The value of an item; a list is taken apart"),
      .init(
        "fold", .boolean, vi: "true: không phân biệt chữ hoa, chữ thường và khoảng trắng thừa",
        en: "true: letter case and extra spaces don't count"),
      .init(
        "unique", .boolean, vi: "true: không giá trị nào được lặp lại (mặc định khi không có yêu cầu khác)",
        en: "true: no value twice (unless told, where nothing else is asked)"),
      .init(
        "atLeast", .numberOrExpression, vi: "Số giá trị khác nhau tối thiểu",
        en: "Least number of different values"),
      .init(
        "covers", .expression, vi: "Danh sách mà mỗi phần tử phải có mặt",
        en: "A list of which each must be there"),
    ],
    examples: examples)
}

extension Messages {
  fileprivate static let unique = Messages(
    satisfied: MessageTemplate(
      "distinct.unique", vi: "{measured} giá trị, không trùng lặp.", en: "{measured} values, none twice."),
    violated: MessageTemplate(
      "distinct.repeated", vi: "Trùng lặp hoặc còn thiếu: {items}.", en: "Twice, or lacking: {items}."))

  fileprivate static let enough = Messages(
    satisfied: MessageTemplate(
      "distinct.enough", vi: "Có {measured} giá trị khác nhau; yêu cầu ít nhất {limit}.",
      en: "{measured} different values; at least {limit} are asked."),
    violated: MessageTemplate(
      "distinct.tooFew",
      vi: "Mới có {measured} giá trị khác nhau, yêu cầu ít nhất {limit}; còn thiếu {distance}.",
      en: "{measured} different values, at least {limit} are asked: {distance} short."))

  fileprivate static let both = Messages(
    satisfied: enough.satisfied,
    violated: MessageTemplate(
      "distinct.tooFewOrRepeated",
      vi: "Có {measured} giá trị khác nhau, yêu cầu ít nhất {limit}; trùng lặp hoặc còn thiếu: {items}.",
      en: "{measured} different values, at least {limit} are asked; twice or lacking: {items}."))
}
