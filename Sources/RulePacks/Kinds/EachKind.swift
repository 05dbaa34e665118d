import CEL
import Evaluator
import JSON

/// Every item of a list, none, or at least some, must meet a condition; the failing ones are named.
public struct EachKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var of: ExpressionText
    var `where`: ExpressionText?
    var holds: ExpressionText
    var require: Requirement?
    var name: ExpressionText?
    var minItems: Int64?
  }

  /// How many of the items must meet the condition.
  enum Requirement: JSONNodeDecodable {
    case every, none
    case atLeast(Int64)

    init(_ node: JSONNode) throws(DecodingFailure) {
      if let count = node["atLeast"]?.int64 {
        self = .atLeast(count)
      } else {
        self = node.isString("none") ? .none : .every
      }
    }
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let list = context.term(parameters.of, .list)
    let element = list.elementType
    let filter = parameters.where.map { context.term($0, item: element, .boolean) }
    let holds = context.term(parameters.holds, item: element, .boolean)
    let name = parameters.name.map { context.term($0, item: element, .scalar) }
    let items = Items(
      list: list, filter: filter, holds: holds, requirement: parameters.require ?? .every,
      minimum: parameters.minItems)
    let index = Hygiene.fresh(
      "index", in: [holds.text] + [filter, name].compactMap { $0?.text })
    let itemName = context.itemName(name, of: list, index: index)
    let failing = items.failing(index: index, name: itemName)
    return Check(
      requires: try context.formula(items.requires, .bool),
      measured: try context.display(items.measured, .int),
      limit: try items.limit.map {
        Limit(bounds: [Limit.Bound(name: "atLeast", value: try context.formula($0, .int))])
      },
      distance: try context.display(items.distance, .int), failingItems: try context.display(failing),
      itemEnum: name.map(\.type.enumName) ?? list.elementEnum, messages: items.messages)
  }

  /// The formulas over the items.
  private struct Items {
    let list: Term
    let filter: Term?
    let holds: Term
    let requirement: Requirement
    let minimum: Int64?

    var requires: Text {
      let enough = minimum.map { "\(list).existsAtLeast(\($0), item, \(filter.map { "\($0)" } ?? "true"))" }
      return Text([enough, demand].compactMap { $0 }.joined(separator: " && "))
    }

    private var demand: String {
      switch requirement {
      case .every: "\(list).all(item, \(filter.map { "!\($0) || " } ?? "")\(holds))"
      case .none: "!\(list).exists(item, \(matching))"
      case .atLeast(let count): "\(list).existsAtLeast(\(count), item, \(matching))"
      }
    }

    private var matching: String { "\(filter.map { "\($0) && " } ?? "")\(holds)" }

    /// Items that surely meet the condition; where all must, items that are looked at.
    var measured: Text {
      switch requirement {
      case .atLeast: Text("size(\(list).filter(item, isKnownTrue(\(matching))))")
      case .every, .none:
        filter.map { Text("size(\(list).filter(item, isKnownTrue(\($0))))") } ?? Text("size(\(list))")
      }
    }

    var limit: Text? {
      if case .atLeast(let count) = requirement { return Text("\(count)") }
      return minimum.map { Text("\($0)") }
    }

    /// Items that fail, or that are lacking.
    var distance: Text {
      switch requirement {
      case .every, .none: Text("size(\(list).filter(item, \(isFailing)))")
      case .atLeast(let count): Text("\(count) - \(measured)")
      }
    }

    private var isFailing: String {
      switch requirement {
      case .every, .atLeast: "\(filter.map { "isKnownTrue(\($0)) && " } ?? "")isKnownFalse(\(holds))"
      case .none: "isKnownTrue(\(matching))"
      }
    }

    func failing(index: Text, name: Text) -> Text {
      Text("\(list).transformList(\(index), item, \(isFailing), \(name))")
    }

    var messages: Messages {
      switch requirement {
      case .every: minimum == nil ? .every : .everyOfSome
      case .none: minimum == nil ? .none : .noneOfSome
      case .atLeast: .atLeast
      }
    }
  }
}

extension EachKind {
  private static let count = ObjectShape(
    "count", doc: LocalizedText(vi: "Số lượng", en: "A count"),
    members: [
      .init("atLeast", .integer(minimum: 1), required: true, vi: "Ít nhất", en: "At least")
    ])

  public static let description = KindDescription(
    name: "each",
    title: LocalizedText(vi: "Từng phần tử", en: "Each item"),
    doc: LocalizedText(
      vi:
        "Mọi phần tử, không phần tử nào, hoặc ít nhất một số phần tử của danh sách thỏa điều kiện; nêu tên phần tử không đạt.",
      en: "Every item of a list, none, or at least some, meet a condition; the failing ones are named."),
    members: [
      .init("of", .expression, required: true, vi: "Danh sách", en: "The list"),
      .init("where", .expression, vi: "Chỉ xét các item thỏa điều kiện này", en: "Which items are looked at"),
      .init("holds", .expression, required: true, vi: "Điều kiện trên item", en: "Condition on an item"),
      .init(
        "require", .either([.oneOf(["every", "none"]), .object(count)]),
        vi: "Bao nhiêu item phải thỏa (mặc định: every)", en: "How many must meet it (every unless told)"),
      .init("name", .expression, vi: "Tên gọi của item", en: "Names an item"),
      .init(
        "minItems", .integer(minimum: 1), vi: "Số item tối thiểu được xét",
        en: "Least number of items looked at"),
    ],
    examples: EachKind.examples)
}

extension Messages {
  fileprivate static let every = Messages(
    satisfied: MessageTemplate(
      "each.every", vi: "Tất cả {measured} mục đều đạt.", en: "All {measured} items meet it."),
    violated: MessageTemplate("each.failing", vi: "Mục không đạt: {items}.", en: "Items that fail: {items}."))

  fileprivate static let everyOfSome = Messages(
    satisfied: every.satisfied,
    violated: MessageTemplate(
      "each.failingOrTooFew",
      vi: "Phải có ít nhất {limit} mục và mọi mục đều đạt; có {measured} mục, không đạt: {items}.",
      en: "At least {limit} items are asked and all must meet it; of {measured}, these fail: {items}."))

  fileprivate static let none = Messages(
    satisfied: MessageTemplate(
      "each.none", vi: "Không mục nào vi phạm trong {measured} mục.", en: "None of {measured} items does."),
    violated: MessageTemplate(
      "each.present", vi: "Mục vi phạm: {items}.", en: "Items that must not be: {items}."))

  fileprivate static let noneOfSome = Messages(
    satisfied: none.satisfied,
    violated: MessageTemplate(
      "each.presentOrTooFew",
      vi: "Phải có ít nhất {limit} mục và không mục nào vi phạm; có {measured} mục, vi phạm: {items}.",
      en: "At least {limit} items are asked and none may; of {measured}, these do: {items}."))

  fileprivate static let atLeast = Messages(
    satisfied: MessageTemplate(
      "each.enough", vi: "Có {measured} mục đạt; yêu cầu ít nhất {limit}.",
      en: "{measured} items meet it; at least {limit} are asked."),
    violated: MessageTemplate(
      "each.tooFew", vi: "Mới có {measured} mục đạt, yêu cầu ít nhất {limit}; không đạt: {items}.",
      en: "{measured} items meet it, at least {limit} are asked; these fail: {items}."))
}
