import CEL
import Evaluator
import JSON

/// No two records of a group are alike in what names them.
public struct UniqueKind: PopulationKind {
  public struct Parameters: Decodable, Sendable {
    var by: Keys
  }

  /// One expression, or several that together name a record.
  enum Keys: JSONNodeDecodable, Sendable {
    case expressions([ExpressionText])

    init(_ node: JSONNode) throws(DecodingFailure) {
      var texts: [ExpressionText] = []
      for node in node.oneOrSeveral {
        texts.append(try ExpressionText(node))
      }
      self = .expressions(texts)
    }

    var texts: [ExpressionText] {
      switch self {
      case .expressions(let texts): texts
      }
    }
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> PopulationCheck {
    let keys = parameters.by.texts.map { context.term($0, .scalars) }
    return PopulationCheck(
      aggregation: .unique(try keys.map { try context.formula(of: $0) }), messages: .unique)
  }

  public static let description = KindDescription(
    name: "unique",
    title: LocalizedText(vi: "Không trùng", en: "Unique"),
    doc: LocalizedText(
      vi: "Không có hai hồ sơ nào trùng nhau, ví dụ mỗi thành tích chỉ được khen một lần.",
      en: "No two records are alike: one commendation for an achievement, say."),
    members: [
      .init(
        "by", .either([.expression, .array(.expression, minimum: 1)]), required: true,
        vi: "Những gì không được trùng; với một danh sách thì từng mục của nó",
        en: "What must not be alike; of a list, each of its items")
    ], populationExamples: examples)
}

extension Messages {
  fileprivate static let unique = Messages(
    satisfied: MessageTemplate(
      "unique.met", vi: "Không có hồ sơ trùng nhau.", en: "No two records are alike."),
    violated: MessageTemplate(
      "unique.repeated", vi: "Trùng {measured} trường hợp: {items}.", en: "{measured} repeated: {items}."),
    undetermined: MessageTemplate(
      "unique.open", vi: "Chưa kết luận được: còn hồ sơ chưa rõ.",
      en: "Cannot be decided yet: records are open."))
}
