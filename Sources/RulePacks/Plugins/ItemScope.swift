import CEL
import Evaluator
import JSON

/// The members by which a kind is asked of every item of a list instead of the record itself.
protocol ItemParameters {
  var of: ExpressionText? { get }
  var `where`: ExpressionText? { get }
  var require: ItemRequirement? { get }
  var name: ExpressionText? { get }
  var minItems: LimitText? { get }
}

/// Where the expressions of a rule are read: on the record, or on each item of a list, which they call `item`.
struct ItemScope {
  /// Nil where the record itself is judged.
  let items: Items?
  private let context: CompileContext

  /// - Parameter countsMissing: true where an item that leaves the condition open is named as failing.
  init(_ parameters: some ItemParameters, countsMissing: Bool = false, _ context: CompileContext) {
    self.context = context
    guard let of = parameters.of else {
      items = nil
      for member in ["where", "require", "name", "minItems"] as [Text] {
        if let node = context.rule[member] { context.report(.missingMember, at: node, ["of", "rule"]) }
      }
      return
    }
    let list = context.term(of, .list)
    items = Items(
      list: list, filter: parameters.where.map { context.term($0, item: list.elementType, .boolean) },
      name: parameters.name.map { context.term($0, item: list.elementType, .scalar) },
      requirement: parameters.require.map { Items.Requirement($0, context) } ?? .every,
      minimum: parameters.minItems.map(context.count), countsMissing: countsMissing)
  }

  /// Records of the record that are judged like items of a list.
  init(records: [ExpressionText], _ parameters: some ItemParameters, _ context: CompileContext) {
    self.context = context
    for member in ["where", "name", "minItems"] as [Text] {
      if let node = context.rule[member] { context.report(.conflictingMembers, at: node, ["all, " + member]) }
    }
    let texts = records.map { context.term($0, .any).text.string }
    let node = context.rule["all"] ?? context.rule
    let list = context.term(
      Text("[\(texts.joined(separator: ", "))]"), at: node, .list, in: context.compilers.plain)
    items = Items(
      list: list, filter: nil, name: nil,
      requirement: parameters.require.map { Items.Requirement($0, context) } ?? .every, minimum: nil)
  }

  /// An author's expression over the record or, in a list, over `item`.
  func term(_ source: ExpressionText, _ expected: TermType) -> Term {
    guard let items else { return context.term(source, expected) }
    return context.term(source, item: items.list.elementType, expected)
  }

  /// The check of a condition; what is only said of the record is left out for items.
  ///
  /// - Parameter record: the check on the record itself, made where there is no list.
  func check(_ holds: Text, besides: Text? = nil, record: () throws -> Check) throws -> Check {
    guard let items else { return try record() }
    return try items.check(holds, besides: besides, context)
  }
}

extension ItemScope {
  /// The members of `ItemParameters`.
  ///
  /// - Parameter isList: true for a kind that knows nothing but lists.
  static func members(isList: Bool = false) -> [ObjectShape.Member] {
    [
      .init(
        "of", .expression, required: isList,
        vi: isList ? "Danh sách" : "Danh sách mà từng mục (item) được xét",
        en: isList ? "The list" : "A list of which each item is judged; expressions then read item"),
      .init("where", .expression, vi: "Chỉ xét các item thỏa điều kiện này", en: "Which items are looked at"),
      .init(
        "require", ItemRequirement.shape, vi: "Bao nhiêu item phải đạt (mặc định: every)",
        en: "How many items must meet it (every unless told)"),
      .init("name", .expression, vi: "Tên gọi của item", en: "Names an item"),
      .init(
        "minItems", .numberOrExpression, vi: "Số item tối thiểu được xét",
        en: "Least number of items looked at"),
    ]
  }
}
