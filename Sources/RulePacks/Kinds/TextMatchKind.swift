import CEL
import Evaluator
import JSON

/// A theme, motto or name that must be the official one, or hold its words.
public struct TextMatchKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var value: ExpressionText
    var equals: Wordings?
    var contains: Wordings?
    var containsAny: Wordings?
    var sameAs: ExpressionText?
    var replace: [Replacement]?
    var aliases: Aliases?
  }

  /// One text, or several.
  struct Wordings: JSONNodeDecodable {
    let texts: [Text]

    init(_ node: JSONNode) throws(DecodingFailure) {
      texts = node.kind == .array ? node.elements.compactMap(\.text) : [node.text].compactMap { $0 }
    }

    static let shape = ValueShape.either([.text, .array(.text, minimum: 1)])
  }

  /// What stands in the demanded text for something of the record.
  struct Replacement: Decodable, Sendable {
    var from: ExpressionText
    var to: ExpressionText

    static let shape = ObjectShape(
      "replacement",
      doc: LocalizedText(vi: "Thay trong lời văn yêu cầu", en: "Replaced in the demanded text"),
      members: [
        .init("from", .expression, required: true, vi: "Từ, cụm từ được thay", en: "What is replaced"),
        .init("to", .expression, required: true, vi: "Thay bằng", en: "What stands in its place"),
      ])
  }

  /// Other spellings with the official one.
  struct Aliases: JSONNodeDecodable {
    let pairs: [(spelling: Text, official: Text)]

    init(_ node: JSONNode) throws(DecodingFailure) {
      pairs = node.members.map { ($0.key ?? "", $0.text ?? "") }
    }
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let value = context.term(parameters.value, .text)
    let replacements = (parameters.replace ?? []).map {
      (from: context.term($0.from, .text), to: context.term($0.to, .text))
    }
    let match = TextMatch(
      value: value, aliases: parameters.aliases?.pairs.map { ($0.spelling.bare, $0.official.bare) } ?? [],
      replacements: replacements)
    if let source = parameters.sameAs {
      let other = context.term(source, .text)
      return Check(
        requires: try context.formula(match.equals([match.demanded(other.text)]), .bool),
        measured: value.formula,
        limit: try context.limit("equals", Text(match.shown(other.text))), messages: .equals)
    }
    if let wordings = parameters.equals {
      return Check(
        requires: try context.formula(match.equals(match.demanded(wordings)), .bool), measured: value.formula,
        limit: try context.limit("equals", match.shown(wordings)), messages: .equals)
    }
    guard let wordings = parameters.contains ?? parameters.containsAny else { throw CompileContext.Broken() }
    let parts = match.demanded(wordings).map(match.contains)
    let items = zip(parts, wordings.texts).map {
      "(isKnownFalse(\($0)) ? [\(match.shown($1.celLiteral))] : [])"
    }
    let isAll = parameters.contains != nil
    return Check(
      requires: try context.formula(Text(parts.joined(separator: isAll ? " && " : " || ")), .bool),
      measured: value.formula,
      limit: try context.limit(isAll ? "contains" : "containsAny", match.shown(wordings)),
      failingItems: try context.display(Text(items.joined(separator: " + "))), messages: isAll ? .all : .any)
  }
}

/// The formulas of one text against others, all of them bare.
private struct TextMatch {
  let value: Term
  let aliases: [(spelling: Text, official: Text)]
  let replacements: [(from: Term, to: Term)]

  /// Aliases of texts of the file are put right when the pack loads.
  func demanded(_ wordings: TextMatchKind.Wordings) -> [String] {
    wordings.texts.map { text in
      replaced(official(text.bare).celLiteral.string)
    }
  }

  func demanded(_ other: Text) -> String { aliased(replaced("bare(\(other))")) }

  /// CEL text of what reports quote: the demanded text with what stands in it for something of the record.
  ///
  /// As it is written where that is what is compared; a replacement that is found only in the bare text leaves it bare.
  func shown(_ text: Text) -> String {
    guard !replacements.isEmpty else { return text.string }
    let compared = replaced("bare(\(text))")
    let written = replacements.reduce(text.string) { "\($0).replace(\($1.from), \($1.to))" }
    return "(bare(\(written)) == \(compared) ? \(written) : \(compared))"
  }

  func shown(_ wordings: TextMatchKind.Wordings) -> Text {
    Text("[\(wordings.texts.map { shown($0.celLiteral) }.joined(separator: ", "))]")
  }

  private func replaced(_ text: String) -> String {
    replacements.reduce(text) { "\($0).replace(bare(\($1.from)), bare(\($1.to)))" }
  }

  private func aliased(_ text: String) -> String {
    aliases.reduce(text) { "\($0).replace(\($1.spelling.celLiteral), \($1.official.celLiteral))" }
  }

  private func official(_ text: Text) -> Text {
    aliases.reduce(text) { text, alias in
      Text(text.string.replacing(alias.spelling.string, with: alias.official.string))
    }
  }

  private var given: String { aliased("bare(\(value))") }

  func equals(_ demanded: [String]) -> Text {
    Text(
      demanded.count == 1
        ? "\(given) == \(demanded[0])" : "\(given) in [\(demanded.joined(separator: ", "))]")
  }

  func contains(_ demanded: String) -> String { "\(given).contains(\(demanded))" }
}

extension TextMatchKind {
  public static let description = KindDescription(
    name: "textMatch",
    title: LocalizedText(vi: "Đúng lời văn", en: "Text match"),
    doc: LocalizedText(
      vi:
        "Chủ đề, phương châm, tên gọi phải đúng lời văn quy định; không kể chữ hoa, khoảng trắng, dấu ngoặc kép, kiểu gạch nối.",
      en:
        "A theme, motto or name must have the wording laid down, whatever its letter case, spaces, quotation marks and dashes."
    ),
    members: [
      .init("value", .expression, required: true, vi: "Lời văn được xét", en: "The text"),
      .init("equals", Wordings.shape, vi: "Phải là một trong các lời văn này", en: "Must be one of these"),
      .init("contains", Wordings.shape, vi: "Phải có đủ các cụm từ này", en: "Must hold all of these"),
      .init(
        "containsAny", Wordings.shape, vi: "Phải có một trong các cụm từ này", en: "Must hold one of these"),
      .init("sameAs", .expression, vi: "Phải như lời văn khác của hồ sơ", en: "Must be as another text"),
      .init(
        "replace", .array(.object(Replacement.shape), minimum: 1),
        vi: "Thay trong lời văn yêu cầu, ví dụ địa danh",
        en: "Replaced in the demanded text, a place name say"),
      .init(
        "aliases", .dictionary(.text, keys: .any), vi: "Cách viết khác → cách viết đúng",
        en: "Another spelling → the right one"),
    ],
    choices: [.exactlyOne(of: ["equals", "contains", "containsAny", "sameAs"])], examples: examples)
}

extension Messages {
  fileprivate static let equals = Messages(
    satisfied: MessageTemplate("textMatch.equal", vi: "Đúng lời văn quy định.", en: "Worded as laid down."),
    violated: MessageTemplate(
      "textMatch.different", vi: "“{measured}” khác lời văn quy định: “{limit}”.",
      en: "“{measured}” is not worded as laid down: “{limit}”."))

  fileprivate static let all = Messages(
    satisfied: MessageTemplate(
      "textMatch.all", vi: "Có đủ các ý quy định.", en: "Everything asked for is in it."),
    violated: MessageTemplate(
      "textMatch.lacking", vi: "“{measured}” còn thiếu: {items}.", en: "“{measured}” lacks: {items}."))

  fileprivate static let any = Messages(
    satisfied: MessageTemplate(
      "textMatch.any", vi: "Có một trong các ý quy định.", en: "One of them is in it."),
    violated: MessageTemplate(
      "textMatch.none", vi: "“{measured}” không có ý nào trong: {items}.",
      en: "“{measured}” holds none of: {items}."))
}
