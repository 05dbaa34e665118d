import CEL
import Evaluator
import JSON

/// Facts that must be given: not blank, not empty.
public struct EvidenceKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var of: ExpressionTexts
    var `where`: ExpressionText?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let facts = parameters.of.texts.map { context.term($0, .any) }
    let condition = parameters.where.map { context.term($0, .boolean) }
    var parts: [String] = []
    var failing: [String] = []
    var titles: [ItemTitle] = []
    for (fact, text) in zip(facts, parameters.of.texts) {
      let given = Self.given(fact)
      parts.append(given.string)
      failing.append("(isKnownTrue(\(given)) ? [] : [\(text.text.celLiteral)])")
      if let title = context.title(of: text, fact) { titles.append(ItemTitle(text.text, title)) }
    }
    if let condition, let text = parameters.where {
      parts.append("\(condition)")
      failing.append("(isKnownFalse(\(condition)) ? [\(text.text.celLiteral)] : [])")
      titles.append(ItemTitle(text.text, Self.title(ofCondition: context.title(of: text, condition))))
    }
    let items = Text(failing.joined(separator: " + "))
    return Check(
      requires: try context.formula(Text(parts.joined(separator: " && ")), .bool),
      distance: try context.display("size(" + items + ")", .int),
      failingItems: try context.display(items), itemTitles: titles, messages: .evidence)
  }

  /// - Parameter fields: what it reads.
  private static func title(ofCondition fields: LocalizedText?) -> LocalizedText {
    guard let fields else { return LocalizedText(vi: "điều kiện kèm theo", en: "the condition besides") }
    return LocalizedText(vi: "điều kiện về " + fields.vi, en: "the condition on " + fields.en)
  }

  /// An expression that is true where a fact is given and holds something, false where it is empty, open where it is
  /// not given.
  static func given(_ fact: Term) -> Text {
    switch fact.type {
    case .list:
      // Asks for one element only, so that a list with a part not given, or more to come, counts.
      let element = Hygiene.fresh("element", in: [fact.text])
      return fact.text + ".exists(" + element + ", true)"
    case .map: return "size(" + fact.text + ") > 0"
    case .string: return "fold(" + fact.text + ") != \"\""
    default: return "given(" + fact.text + ")"
    }
  }
}

extension EvidenceKind {
  public static let description = KindDescription(
    name: "evidence",
    title: LocalizedText(vi: "Minh chứng", en: "Evidence"),
    doc: LocalizedText(
      vi: "Giấy tờ, số liệu phải có: không bỏ trống, danh sách không rỗng. Thiếu là không đạt.",
      en:
        "Papers and figures that must be given: not blank, no empty list. What is missing counts as a violation."
    ),
    members: [
      .init("of", ExpressionTexts.shape, required: true, vi: "Những gì phải có", en: "What must be given"),
      .init("where", .expression, vi: "Điều kiện phải đúng kèm theo", en: "What must hold besides"),
    ],
    whenMissing: .violated,
    examples: [
      KindExample(
        vi: "Có đủ báo cáo và danh sách", en: "Report and list are given",
        fields: #"{ "reportNumber": { "type": "string" }, "minutes": { "type": "list", "of": "string" } }"#,
        rule: #"{ "kind": "evidence", "of": ["reportNumber", "minutes"] }"#,
        record: #"{ "reportNumber": "12/BC-UBND", "minutes": ["01/BB"] }"#, .satisfied()),
      KindExample(
        vi: "Thiếu giấy tờ là không đạt", en: "A missing paper is a violation",
        fields: #"{ "reportNumber": { "type": "string" }, "minutes": { "type": "list", "of": "string" } }"#,
        rule: #"{ "kind": "evidence", "of": ["reportNumber", "minutes"] }"#,
        record: #"{ "minutes": ["01/BB"] }"#,
        .violated(missing: ["reportNumber"], failing: ["reportNumber"])),
      KindExample(
        vi: "Danh sách rỗng là không có", en: "An empty list is nothing",
        fields: #"{ "minutes": { "type": "list", "of": "string" } }"#,
        rule: #"{ "kind": "evidence", "of": "minutes" }"#,
        record: #"{ "minutes": [] }"#, .violated(distance: "1", missing: [], failing: ["minutes"])),
      KindExample(
        vi: "Thiếu giấy tờ được để ngỏ khi quy tắc nói vậy",
        en: "A missing paper stays open where the rule says so",
        fields: #"{ "reportNumber": { "type": "string" } }"#,
        rule: #"{ "kind": "evidence", "of": "reportNumber", "whenMissing": "undetermined" }"#,
        record: "{}", .undetermined(missing: ["reportNumber"])),
    ])
}

extension Messages {
  fileprivate static let evidence = Messages(
    satisfied: MessageTemplate(
      "evidence.given", vi: "Đã có đủ minh chứng.", en: "Everything that is asked for is given."),
    violated: MessageTemplate(
      "evidence.absent", vi: "Chưa có hoặc chưa đúng: {items}.", en: "Absent or not as asked: {items}."))
}
