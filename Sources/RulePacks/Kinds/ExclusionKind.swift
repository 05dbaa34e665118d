import CEL
import Evaluator
import JSON

/// A fact that must be absent, such as a disciplinary measure.
public struct ExclusionKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var fact: ExpressionText?
    var of: ExpressionText?
    var `where`: ExpressionText?
    var name: ExpressionText?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    if let fact = parameters.fact { return try absent(fact, parameters, context) }
    guard let text = parameters.of else { throw CompileContext.Broken() }
    guard let condition = parameters.where else {
      context.report(.missingMember, ["where", "exclusion"])
      throw CompileContext.Broken()
    }
    let list = context.term(text, .list)
    let excludes = context.term(condition, item: list.elementType, .boolean)
    let name = parameters.name.map { context.term($0, item: list.elementType, .scalar) }
    let index = Hygiene.fresh("index", in: [excludes.text] + (name.map { [$0.text] } ?? []))
    let items = Text(
      """
      \(list).transformList(\(index), item, isKnownTrue(\(excludes)), \
      \(context.itemName(name, of: list, index: index)))
      """)
    return Check(
      requires: try context.formula(Text("!\(list).exists(item, \(excludes))"), .bool),
      failingItems: try context.display(items), itemEnum: context.itemEnum(name, of: list), isFixed: true,
      messages: .items)
  }

  private func absent(
    _ text: ExpressionText, _ parameters: Parameters, _ context: CompileContext
  ) throws -> Check {
    for member in ["where", "name"] as [Text] {
      if let node = context.rule[member] {
        context.report(.conflictingMembers, at: node, ["fact, " + member])
      }
    }
    let fact = context.term(text, .boolean)
    return Check(requires: try context.formula(Text("!\(fact)"), .bool), isFixed: true, messages: .fact)
  }
}

extension ExclusionKind {
  public static let description = KindDescription(
    name: "exclusion",
    title: LocalizedText(vi: "Loại trừ", en: "Exclusion"),
    doc: LocalizedText(
      vi: "Một việc không được có, ví dụ bị kỷ luật. Đạt khi biết chắc là không có; chưa rõ thì để ngỏ.",
      en:
        "A fact that must be absent, such as a disciplinary measure. Met only where it is known to be absent."
    ),
    members: [
      .init("fact", .expression, vi: "Việc không được có", en: "The fact"),
      .init("of", .expression, vi: "Danh sách phải xét", en: "A list to look through"),
      .init("where", .expression, vi: "Điều kiện trên item để bị loại trừ", en: "Which item excludes"),
      .init("name", .expression, vi: "Tên gọi của item", en: "Names an item"),
    ],
    choices: [.exactlyOne(of: ["fact", "of"])],
    examples: [
      KindExample(
        vi: "Không bị kỷ luật", en: "No disciplinary measure",
        fields: #"{ "isDisciplined": { "type": "boolean" } }"#,
        rule: #"{ "kind": "exclusion", "fact": "isDisciplined" }"#,
        record: #"{ "isDisciplined": false }"#, .satisfied()),
      KindExample(
        vi: "Có vụ việc nghiêm trọng, nêu tên", en: "A serious case, by name",
        fields: #"{ "cases": { "type": "list", "of": "case" } }"#,
        model: """
          { "recordTypes": [ { "recordType": "case", "title": { "vi": "Vụ việc", "en": "Case" },
            "fields": { "name": { "type": "string" }, "isSerious": { "type": "boolean" } } } ] }
          """,
        rule: #"{ "kind": "exclusion", "of": "cases", "where": "item.isSerious", "name": "item.name" }"#,
        record: #"{ "cases": [ { "name": "A", "isSerious": true }, { "name": "B", "isSerious": false } ] }"#,
        .violated(failing: ["A"])),
      KindExample(
        vi: "Chưa rõ thì không được coi là đạt", en: "Not told is not absent",
        fields: #"{ "isDisciplined": { "type": "boolean" } }"#,
        rule: #"{ "kind": "exclusion", "fact": "isDisciplined" }"#,
        record: "{}", .undetermined(missing: ["isDisciplined"])),
    ])
}

extension Messages {
  private static let absent = MessageTemplate(
    "exclusion.absent", vi: "Không thuộc trường hợp bị loại trừ.", en: "Nothing stands against it.")

  fileprivate static let fact = Messages(
    satisfied: absent,
    violated: MessageTemplate(
      "exclusion.present", vi: "Thuộc trường hợp bị loại trừ.", en: "The excluding fact is present."))

  fileprivate static let items = Messages(
    satisfied: absent,
    violated: MessageTemplate(
      "exclusion.items", vi: "Có trường hợp bị loại trừ: {items}.", en: "What excludes it: {items}."))
}
