import CEL
import Evaluator
import JSON

/// A value that a table fixes for a key: the body that leads a movement, the level that may decide an award.
public struct LookupKind: RecordKind {
  public struct Parameters: Decodable, Sendable, ItemParameters {
    var of: ExpressionText?
    var `where`: ExpressionText?
    var require: ItemRequirement?
    var name: ExpressionText?
    var minItems: LimitText?
    var key: ExpressionText
    var value: ExpressionText
    var table: LookupTable
    var unlisted: Unlisted?
    var orAbove: Bool?
  }

  /// What a key that the table lacks means.
  enum Unlisted: String, Decodable, CaseIterable {
    case violated, satisfied, undetermined
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let scope = ItemScope(parameters, context)
    let key = scope.term(parameters.key, .scalar)
    let value = scope.term(parameters.value, .scalar)
    let table = try parameters.table.compiled(
      key: key, value: value, orAbove: parameters.orAbove ?? false, context)
    let holds =
      switch parameters.unlisted ?? .violated {
      case .violated: Text("\(key) in \(table.map) && \(table.admits)")
      case .satisfied: Text("!(\(key) in \(table.map)) || \(table.admits)")
      // The lookup itself fails, which leaves the outcome open.
      case .undetermined: table.admits
      }
    var check = try scope.check(holds) {
      Check(
        requires: try context.formula(holds, .bool), measured: value.formula,
        limit: try context.limit(parameters.orAbove == true ? "atLeast" : "in", table.limit),
        failingItems: try context.display(
          Text("(isKnownFalse(\(key) in \(table.map)) ? [string(\(key))] : [])")),
        itemEnum: key.type.enumName, messages: .lookup(context.title(of: parameters.key, key)))
    }
    if let items = scope.items, parameters.unlisted == .undetermined {
      // What fails is told first; where nothing does, what the table lacks keeps it open.
      let unlisted = items.values(of: key, where: Text("isKnownFalse(\(key) in \(table.map))"))
      check.failingItems = try check.failingItems.map {
        try context.display("isKnownFalse(" + check.requires.text + ") ? " + $0.text + " : " + unlisted)
      }
      check.messages.failed = Messages.lookup(context.title(of: parameters.key, key)).failed
      check.itemEnum = check.itemEnum ?? key.type.enumName
    }
    return check
  }
}

extension Items {
  /// A list of texts: the value of each item that is looked at and of which more holds, each once.
  fileprivate func values(of value: Term, where condition: Text) -> Text {
    let looked = filter.map { "isKnownTrue(\($0)) && " } ?? ""
    return Text(
      "\(list).filter(\(variable), \(looked)\(condition)).map(\(variable), string(\(value))).distinct()")
  }
}

extension LookupKind {
  public static let description = KindDescription(
    name: "lookup",
    title: LocalizedText(vi: "Tra bảng, thẩm quyền", en: "Lookup and authority"),
    doc: LocalizedText(
      vi:
        "Giá trị phải đúng với bảng quy định cho khóa, ví dụ cơ quan thường trực của phong trào, cấp có thẩm quyền của hình thức khen.",
      en:
        "The value must be what a table fixes for the key: the body that leads a movement, the level competent for an award."
    ),
    members: ItemScope.members() + [
      .init("key", .expression, required: true, vi: "Khóa để tra", en: "The key"),
      .init("value", .expression, required: true, vi: "Giá trị được xét", en: "The value"),
      .init(
        "table", LookupTable.shape, required: true,
        vi: "Bảng: khóa → một hoặc nhiều giá trị được chấp nhận; hoặc biểu thức",
        en: "Key → the value or values admitted; or an expression of a map"),
      .init(
        "unlisted", .oneOf(Unlisted.allCases.map { Text($0.rawValue) }),
        vi: "Kết luận khi bảng không có khóa (mặc định: violated)",
        en: "What a key that the table lacks means (violated unless told)"),
      .init(
        "orAbove", .boolean, vi: "true: cấp cao hơn trong danh mục có thứ bậc cũng được",
        en: "true: a higher member of an ordered enum will do"),
    ],
    examples: examples)
}

extension Messages {
  /// - Parameter key: what people call the key; the items are the key where the table doesn't list it.
  fileprivate static func lookup(_ key: LocalizedText?) -> Messages {
    let key = key ?? LocalizedText(vi: "giá trị tra bảng", en: "what is looked up")
    return Messages(
      satisfied: MessageTemplate(
        "lookup.right", vi: "{measured}: đúng quy định.", en: "{measured}: as laid down."),
      violated: MessageTemplate(
        "lookup.wrong",
        vi: "{measured}: không đúng quy định; phải là {limit}; bảng quy định không có " + key.vi
          + ": {items}.",
        en: "{measured} is not what is laid down; asked is {limit}; the table does not list " + key.en
          + ": {items}."),
      failed: MessageTemplate(
        "lookup.unlisted",
        vi: "Chưa kết luận được vì bảng quy định không có " + key.vi + ": {items}.",
        en: "Cannot be decided: the table does not list " + key.en + ": {items}."))
  }
}
