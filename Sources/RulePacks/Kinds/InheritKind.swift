import CEL
import Evaluator
import JSON

/// A list of one's own against that of the plan above: equal, no weaker, or covered.
public struct InheritKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var of: ExpressionText
    var `where`: ExpressionText?
    var key: ExpressionText
    var value: ExpressionText?
    var parents: ExpressionText
    var parentWhere: ExpressionText?
    var parentKey: ExpressionText
    var parentValue: ExpressionText?
    var require: Relation
    var better: ExpressionText?
    var name: ExpressionText?
    var minItems: LimitText?
  }

  enum Relation: String, Decodable, CaseIterable {
    /// Each own entry stands above, with the same value.
    case equal
    /// Each own entry stands above, with a value as good or better.
    case notWeaker
    /// Each entry above stands among one's own.
    case covered
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let own = context.term(parameters.of, .list)
    let above = context.term(parameters.parents, .list)
    let isCovered = parameters.require == .covered
    let item: (name: Text, type: CELType) = ("item", own.elementType)
    let parent: (name: Text, type: CELType) = ("parent", above.elementType)
    let filter = parameters.where.map { context.term($0, binding: [item], .boolean) }
    let parentFilter = parameters.parentWhere.map { context.term($0, binding: [parent], .boolean) }
    let same = Text(
      "\(context.term(parameters.key, binding: [item], .scalar)) == \(context.term(parameters.parentKey, binding: [parent], .scalar))"
    )
    let relation = relation(parameters, item, parent, context)
    let other = isCovered ? filter : parentFilter
    let match = [other.map { "\($0)" }, same.string, relation?.string].compactMap { $0 }
      .joined(separator: " && ")
    let outer = isCovered ? parent : item
    let items = Items(
      list: isCovered ? above : own, filter: isCovered ? parentFilter : filter,
      name: parameters.name.map { context.term($0, binding: [outer], .scalar) }, requirement: .every,
      minimum: parameters.minItems.map(context.count), variable: outer.name)
    let inner = isCovered ? "\(own).exists(item, \(match))" : "\(above).exists(parent, \(match))"
    let key = context.term(isCovered ? parameters.parentKey : parameters.key, binding: [outer], .scalar)
    var check = try items.check(
      Text(inner),
      naming: { context.itemName(items.name ?? key, of: items.list, index: $0, variable: outer.name) },
      context)
    check.itemEnum = (items.name ?? key).type.enumName
    check.messages = isCovered ? .covered : .inherited
    return check
  }

  /// How the values must stand to one another; nil where only the keys are compared.
  private func relation(
    _ parameters: Parameters, _ item: (name: Text, type: CELType), _ parent: (name: Text, type: CELType),
    _ context: CompileContext
  ) -> Text? {
    let better = Better(parameters.better, context) { context.term($0, binding: [item, parent], .scalar) }
    guard let value = parameters.value, let parentValue = parameters.parentValue else {
      for (member, needed) in [("value", "parentValue"), ("parentValue", "value"), ("better", "value")]
        as [(
          Text, Text
        )]
      {
        if let node = context.rule[member], context.rule[needed] == nil {
          context.report(.missingMember, at: node, [needed, "inherit"])
        }
      }
      if parameters.require != .covered, parameters.value == nil, parameters.parentValue == nil {
        context.report(.missingMember, ["value", "inherit"])
      }
      return nil
    }
    let type: TermType = parameters.require == .equal ? .scalar : .number
    let own = context.term(value, binding: [item], type)
    let above = context.term(parentValue, binding: [parent], type)
    return parameters.require == .equal
      ? Text("\(own) == \(above)") : better.isAsGood(own.text, above.text, strictly: false)
  }
}

extension InheritKind {
  public static let description = KindDescription(
    name: "inherit",
    title: LocalizedText(vi: "Theo kế hoạch cấp trên", en: "Inherited from the plan above"),
    doc: LocalizedText(
      vi:
        "Chỉ tiêu, nội dung của đơn vị so với cấp trên: bằng (equal), không thấp hơn (notWeaker), hoặc bao gồm đủ (covered).",
      en: "Own targets or contents against the plan above: equal, no weaker, or all of them covered."),
    members: [
      .init(
        "of", .expression, required: true, vi: "Danh sách của đơn vị (item)", en: "One's own list (item)"),
      .init("where", .expression, vi: "Chỉ xét các item thỏa điều kiện này", en: "Which items are looked at"),
      .init("key", .expression, required: true, vi: "Mã của item", en: "Key of an item"),
      .init("value", .expression, vi: "Mức của item", en: "Value of an item"),
      .init(
        "parents", .expression, required: true, vi: "Danh sách của cấp trên (parent)",
        en: "The list above (parent)"),
      .init(
        "parentWhere", .expression, vi: "Chỉ xét các parent thỏa điều kiện này",
        en: "Which of those are looked at"),
      .init("parentKey", .expression, required: true, vi: "Mã của parent", en: "Key of an entry above"),
      .init("parentValue", .expression, vi: "Mức của parent", en: "Value of an entry above"),
      .init(
        "require", .oneOf(Relation.allCases.map { Text($0.rawValue) }), required: true,
        vi: "equal, notWeaker hoặc covered", en: "equal, notWeaker or covered"),
      Better.shape,
      .init("name", .expression, vi: "Tên gọi của mục được xét", en: "Names an entry that is looked at"),
      .init("minItems", .numberOrExpression, vi: "Số mục tối thiểu được xét", en: "Least number looked at"),
    ],
    examples: examples)
}

extension Messages {
  fileprivate static let inherited = Messages(
    satisfied: MessageTemplate(
      "inherit.kept", vi: "Cả {measured} mục đều theo đúng cấp trên.",
      en: "All {measured} entries follow the plan above."),
    violated: MessageTemplate(
      "inherit.departs", vi: "Không có ở cấp trên hoặc thấp hơn cấp trên: {items}.",
      en: "Not in the plan above, or weaker: {items}."))

  fileprivate static let covered = Messages(
    satisfied: MessageTemplate(
      "inherit.covered", vi: "Đã bao gồm đủ {measured} mục của cấp trên.",
      en: "All {measured} entries above are covered."),
    violated: MessageTemplate(
      "inherit.uncovered", vi: "Chưa bao gồm: {items}.", en: "Not covered: {items}."))
}
