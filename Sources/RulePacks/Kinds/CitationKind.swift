import CEL
import Evaluator
import JSON

/// Documents that a list of citations must name: by number, date, issuer or code.
public struct CitationKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var of: ExpressionText
    var documents: [CitedDocument]
    var require: Requirement?
    var `as`: CitationFields?
  }

  /// How many of the documents must be cited.
  enum Requirement: JSONNodeDecodable {
    case every, any
    case atLeast(LimitText)

    init(_ node: JSONNode) throws(DecodingFailure) {
      if let count = node["atLeast"] {
        self = .atLeast(try LimitText(count))
      } else {
        self = node.isString("any") ? .any : .every
      }
    }
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let list = context.term(parameters.of, .list)
    let fields = parameters.as ?? CitationFields(at: parameters.of.node)
    let cited = parameters.documents.map { document in
      let conditions = document.conditions(fields, list.elementType, context)
      let exists = "\(list).exists(item, \(conditions.joined(separator: " && ")))"
      let condition = document.when.map { context.term($0, .boolean) }
      return condition.map { "(!\($0) || \(exists))" } ?? exists
    }
    let demand = try demand(cited, parameters.require ?? .every, context)
    let isOpen = context.countsMissing(Self.description) ? "!isKnownTrue" : "isKnownFalse"
    let items = zip(cited, parameters.documents).map { "(\(isOpen)(\($0)) ? [\($1.name.celLiteral)] : [])" }
    let found = "size([\(cited.map { "isKnownTrue(\($0))" }.joined(separator: ", "))].filter(x, x))"
    return Check(
      requires: try context.formula(demand.holds, .bool), measured: try context.display(Text(found), .int),
      limit: try context.limit("atLeast", demand.least, .int),
      distance: try context.display(Text("\(demand.least) - \(found)"), .int),
      failingItems: try context.display(Text(items.joined(separator: " + "))),
      itemTitles: parameters.documents.map {
        ItemTitle($0.name, $0.title(fields, list.elementType, context))
      },
      messages: demand.messages)
  }

  private func demand(
    _ cited: [String], _ require: Requirement, _ context: CompileContext
  ) throws -> (holds: Text, least: Text, messages: Messages) {
    switch require {
    case .every: return (Text(cited.joined(separator: " && ")), Text("\(cited.count)"), .all)
    case .any: return (Text(cited.joined(separator: " || ")), "1", .some)
    case .atLeast(let count):
      let least = context.count(count)
      let list = "[" + cited.joined(separator: ", ") + "]"
      return (Text("\(list).existsAtLeast(\(least), x, x)"), least.text, .some)
    }
  }
}

extension CitationKind {
  public static let description = KindDescription(
    name: "citation",
    title: LocalizedText(vi: "Viện dẫn văn bản", en: "Citation"),
    doc: LocalizedText(
      vi:
        "Danh sách viện dẫn phải có các văn bản nêu tên: đúng số, ngày, nơi ban hành; số văn bản được so sánh không kể chữ hoa, khoảng trắng và kiểu gạch nối.",
      en:
        "A list of citations must hold the named documents: number, date and issuer as given; numbers are compared whatever their letter case, spaces and dashes."
    ),
    members: [
      .init("of", .expression, required: true, vi: "Danh sách viện dẫn", en: "The list of citations"),
      .init(
        "documents", .array(.object(CitedDocument.shape), minimum: 1), required: true, vi: "Văn bản phải có",
        en: "Documents that must be cited"),
      .init(
        "require", .either([.oneOf(["every", "any"]), .object(ItemRequirement.count)]),
        vi: "Bao nhiêu văn bản phải có (mặc định: every)", en: "How many of them (every unless told)"),
      .init(
        "as", .object(CitationFields.shape), vi: "Cách đọc số, ngày, nơi ban hành, mã của item",
        en: "How number, date, issuer and code of an item are read"),
    ],
    examples: examples)
}

extension Messages {
  fileprivate static let all = Messages(
    satisfied: MessageTemplate(
      "citation.all", vi: "Đã viện dẫn đủ {limit} văn bản.", en: "All {limit} documents are cited."),
    violated: MessageTemplate("citation.lacking", vi: "Chưa viện dẫn: {items}.", en: "Not cited: {items}."))

  fileprivate static let some = Messages(
    satisfied: MessageTemplate(
      "citation.enough", vi: "Đã viện dẫn {measured} văn bản; yêu cầu ít nhất {limit}.",
      en: "{measured} documents are cited; at least {limit} are asked."),
    violated: MessageTemplate(
      "citation.tooFew", vi: "Mới viện dẫn {measured} văn bản, yêu cầu ít nhất {limit}; chưa có: {items}.",
      en: "{measured} documents are cited, at least {limit} are asked; not cited: {items}."))
}
