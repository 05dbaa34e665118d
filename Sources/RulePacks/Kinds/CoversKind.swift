import CEL
import Evaluator
import JSON

/// A list that must hold all, any or at least some members of a set.
public struct CoversKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var of: ExpressionText
    var all: SetText?
    var any: SetText?
    var atLeast: Int64?
    var among: SetText?
    var open: Bool?
    var fold: Bool?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let list = context.term(parameters.of, .list)
    guard let source = parameters.all ?? parameters.any ?? parameters.among else {
      context.report(.missingMember, ["among", "covers"])
      throw CompileContext.Broken()
    }
    let set = context.set(source, of: list.elementType)
    let cover = Cover(list, set, isFolded: parameters.fold ?? false, context)
    let demand = try demand(parameters, set, context)
    var requires = demand.holds(cover)
    var items = cover.absentees
    if parameters.open == false {
      requires = Text("(\(requires)) && \(cover.hasNoStranger)")
      items = Text("\(items) + \(cover.strangers)")
    }
    return Check(
      requires: try context.formula(requires, .bool),
      measured: try context.display(cover.count, .int),
      limit: Limit(bounds: [
        Limit.Bound(name: demand.limitName, value: try context.formula(demand.limit(set), .int))
      ]),
      distance: try context.display(Text("\(demand.limit(set)) - \(cover.count)"), .int),
      failingItems: try context.display(items), itemEnum: list.elementEnum, messages: demand.messages)
  }

  private func demand(_ parameters: Parameters, _ set: TermSet, _ context: CompileContext) throws -> Demand {
    if parameters.all != nil { return .all }
    if parameters.any != nil { return .atLeast(1, .any) }
    guard let least = parameters.atLeast else {
      context.report(.missingMember, ["atLeast", "covers"])
      throw CompileContext.Broken()
    }
    if let count = set.count, least > count {
      context.report(.countOutOfRange, at: context.rule["atLeast"], [Text("\(least)"), Text("\(count)")])
    }
    return .atLeast(least, .some)
  }
}

/// How much of the set must be there.
private enum Demand {
  case all
  case atLeast(Int64, Messages)

  func holds(_ cover: Cover) -> Text {
    switch self {
    case .all: Text("\(cover.set).all(\(cover.member), \(cover.isCovered))")
    case .atLeast(1, _): Text("\(cover.set).exists(\(cover.member), \(cover.isCovered))")
    case .atLeast(let count, _):
      Text("\(cover.set).existsAtLeast(\(count), \(cover.member), \(cover.isCovered))")
    }
  }

  func limit(_ set: TermSet) -> Text {
    switch self {
    case .all: set.count.map { Text("\($0)") } ?? Text("size(\(set))")
    case .atLeast(let count, _): Text("\(count)")
    }
  }

  var limitName: Text { if case .all = self { "all" } else { "atLeast" } }

  var messages: Messages {
    switch self {
    case .all: .all
    case .atLeast(_, let messages): messages
    }
  }
}

/// The formulas of one list against one set.
private struct Cover {
  let list: Term
  let set: TermSet
  /// Stands for a member of the set.
  let member: Text
  /// Stands for an element of the list.
  private let element: Text
  private let isFolded: Bool
  private let isNamed: Bool

  init(_ list: Term, _ set: TermSet, isFolded: Bool, _ context: CompileContext) {
    self.list = list
    self.set = set
    self.isFolded = isFolded
    member = Hygiene.fresh("member", in: [list.text, set.text])
    element = Hygiene.fresh("element", in: [list.text, set.text])
    // Members of an enum in a set of the file are texts, so elements are compared by name.
    if case .enumeration = list.elementType, set.element == .string {
      isNamed = true
    } else {
      isNamed = false
    }
    if isFolded, !list.isBroken, list.elementType != .string, list.elementType != .dyn {
      context.report(.wrongExpressionType, at: list.node, [list.type.text, "list(string)"])
    }
  }

  /// Whether a member of the set is in the list.
  var isCovered: Text {
    isFolded || isNamed
      ? Text("\(list).exists(\(element), \(key(element)) == \(isFolded ? key(member) : member))")
      : Text("\(member) in \(list)")
  }

  /// Whether an element of the list is in the set.
  private var isKnown: Text {
    isFolded
      ? Text("\(set).exists(\(member), \(key(member)) == \(key(element)))")
      : Text("\(key(element)) in \(set)")
  }

  private func key(_ name: Text) -> Text {
    if isFolded { return "fold(" + name + ")" }
    return isNamed ? "string(" + name + ")" : name
  }

  var hasNoStranger: Text { Text("\(list).all(\(element), \(isKnown))") }

  var count: Text { Text("size(\(set).filter(\(member), isKnownTrue(\(isCovered))))") }

  /// Members of the set that the list surely lacks, by name.
  var absentees: Text {
    names(Text("\(set).filter(\(member), isKnownFalse(\(isCovered)))"), set.element, member)
  }

  /// Elements of the list that the set surely lacks, by name.
  var strangers: Text {
    names(Text("\(list).filter(\(element), isKnownFalse(\(isKnown)))"), list.elementType, element)
  }

  private func names(_ list: Text, _ type: CELType, _ variable: Text) -> Text {
    type == .string ? list : Text("\(list).map(\(variable), string(\(variable)))")
  }
}

extension CoversKind {
  public static let description = KindDescription(
    name: "covers",
    title: LocalizedText(vi: "Bao gồm", en: "Covers"),
    doc: LocalizedText(
      vi: "Một danh sách phải có đủ, có một, hoặc có ít nhất một số phần tử của một tập hợp.",
      en: "A list must hold all, any or at least some members of a set."),
    members: [
      .init("of", .expression, required: true, vi: "Danh sách được xét", en: "The list"),
      .init("all", SetText.shape, vi: "Phải có đủ", en: "All of these must be in it"),
      .init("any", SetText.shape, vi: "Phải có ít nhất một", en: "One of these must be in it"),
      .init(
        "atLeast", .integer(minimum: 1), vi: "Số phần tử tối thiểu trong among",
        en: "Least number, of those in among"),
      .init("among", SetText.shape, vi: "Tập hợp cho atLeast", en: "The set for atLeast"),
      .init(
        "open", .boolean, vi: "false: không được có phần tử nào khác",
        en: "false: nothing else may be in the list"),
      .init(
        "fold", .boolean, vi: "true: không phân biệt chữ hoa, chữ thường và khoảng trắng thừa",
        en: "true: letter case and extra spaces don't count"),
    ],
    choices: [.exactlyOne(of: ["all", "any", "atLeast"]), .atMostOne(of: ["all", "any", "among"])],
    examples: [
      KindExample(
        vi: "Đủ các trường nêu tên, không kể chữ hoa chữ thường",
        en: "All named schools, whatever their letter case",
        fields: #"{ "schools": { "type": "list", "of": "string" } }"#,
        rule:
          #"{ "kind": "covers", "of": "schools", "all": ["Mầm non Ba Cung", "Mầm non Ba Vinh"], "fold": true }"#,
        record: #"{ "schools": ["MẦM NON BA VINH", "Mầm non  Ba Cung", "Tiểu học Ba Tơ"] }"#,
        .satisfied(measured: "2")),
      KindExample(
        vi: "Thiếu một nội dung, nêu tên", en: "One topic is lacking, by name",
        fields:
          #"{ "topics": { "type": "list", "of": { "type": "enum", "values": ["culture", "health", "security"] } } }"#,
        rule: #"{ "kind": "covers", "of": "topics", "all": ["culture", "health"] }"#,
        record: #"{ "topics": ["health", "security"] }"#,
        .violated(measured: "1", distance: "1", failing: ["culture"])),
      KindExample(
        vi: "Đã có một nội dung, nội dung chưa rõ không cần nữa",
        en: "One is there, so the one that is not given is not needed", fields: works, model: work,
        rule: #"{ "kind": "covers", "of": "works.map(w, w.topic)", "any": ["culture", "health"] }"#,
        record: #"{ "works": [ { "topic": "health" }, {} ] }"#, .satisfied()),
      KindExample(
        vi: "Nội dung chưa rõ có thể là nội dung yêu cầu", en: "The one that is not given may be one of them",
        fields: works, model: work,
        rule: #"{ "kind": "covers", "of": "works.map(w, w.topic)", "any": ["culture", "health"] }"#,
        record: #"{ "works": [ { "topic": "security" }, {} ] }"#,
        .undetermined(missing: ["works[1].topic"])),
      KindExample(
        vi: "Chưa có danh sách", en: "The list is not given",
        fields: #"{ "topics": { "type": "list", "of": "string" } }"#,
        rule: #"{ "kind": "covers", "of": "topics", "atLeast": 2, "among": ["a", "b", "c"] }"#,
        record: "{}", .undetermined(missing: ["topics"])),
      KindExample(
        vi: "Có nội dung ngoài danh mục đóng", en: "A stranger in a closed list",
        fields: #"{ "codes": { "type": "list", "of": "string" } }"#,
        rule: #"{ "kind": "covers", "of": "codes", "any": ["A1", "A2"], "open": false }"#,
        record: #"{ "codes": ["A1", "B7"] }"#, .violated(measured: "1", failing: ["A2", "B7"])),
    ])
}

extension CoversKind {
  private static let work: Text = """
    { "recordTypes": [ { "recordType": "work", "title": { "vi": "Việc", "en": "Work" },
      "fields": { "topic": { "type": "enum", "values": ["culture", "health", "security"] } } } ] }
    """
  private static let works: Text = #"{ "works": { "type": "list", "of": "work" } }"#
}

extension Messages {
  fileprivate static let all = Messages(
    satisfied: MessageTemplate(
      "covers.all", vi: "Có đủ {limit} nội dung yêu cầu.", en: "All {limit} are there."),
    violated: MessageTemplate("covers.lacking", vi: "Chưa đạt: {items}.", en: "Not as asked: {items}."))

  fileprivate static let any = Messages(
    satisfied: MessageTemplate(
      "covers.any", vi: "Có ít nhất một nội dung yêu cầu.", en: "At least one is there."),
    violated: MessageTemplate(
      "covers.none", vi: "Phải có ít nhất một trong: {items}.", en: "At least one must be there: {items}."))

  fileprivate static let some = Messages(
    satisfied: MessageTemplate(
      "covers.enough", vi: "Có {measured} nội dung; yêu cầu ít nhất {limit}.",
      en: "{measured} are there; at least {limit} are asked."),
    violated: MessageTemplate(
      "covers.tooFew", vi: "Mới có {measured} nội dung, yêu cầu ít nhất {limit}; chưa có: {items}.",
      en: "{measured} are there, at least {limit} are asked; not there: {items}."))
}
