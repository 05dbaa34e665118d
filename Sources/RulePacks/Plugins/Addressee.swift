import CEL
import Evaluator
import JSON

/// One whom a document must reach, or one of several; perhaps through another, perhaps on to another.
struct Addressee: JSONNodeDecodable {
  /// Any of them will do.
  let recipients: [JSONNode]
  let via: JSONNode?
  let onward: JSONNode?

  init(_ node: JSONNode) throws(DecodingFailure) {
    if node.kind == .object {
      recipients = node["any"].map { Array($0.elements) } ?? [node["recipient"]].compactMap { $0 }
      via = node["via"]
      onward = node["onward"]
    } else {
      recipients = [node]
      via = nil
      onward = nil
    }
  }

  /// In reports.
  var name: Text {
    let names = Text(recipients.compactMap { $0.text?.string }.joined(separator: " / "))
    let path = [via?.text.map { "via " + $0 }, onward?.text.map { "→ " + $0 }].compactMap { $0 }
    return path.isEmpty ? names : names + " (" + Text(path.map(\.string).joined(separator: ", ")) + ")"
  }

  /// In messages: `UBND tỉnh (qua Sở Nội vụ, chuyển tiếp đến Ban Thi đua)`.
  func title(_ channel: Channel, _ context: CompileContext) -> LocalizedText {
    func title(_ node: JSONNode, _ term: Term?) -> LocalizedText {
      context.title(of: node, as: term?.memberType ?? .string)
    }
    let names = CompileContext.joined(recipients.map { title($0, channel.recipients) }, " / ")
    var way: [LocalizedText] = []
    if let via = via.map({ title($0, channel.via) }) {
      way.append(LocalizedText(vi: "qua " + via.vi, en: "through " + via.en))
    }
    if let onward = onward.map({ title($0, channel.onward) }) {
      way.append(LocalizedText(vi: "chuyển tiếp đến " + onward.vi, en: "on to " + onward.en))
    }
    let name = names ?? LocalizedText(vi: "", en: "")
    guard let path = CompileContext.joined(way, ", ") else { return name }
    return LocalizedText(vi: name.vi + " (" + path.vi + ")", en: name.en + " (" + path.en + ")")
  }

  /// CEL text: true where the channel reaches it as asked.
  func isReached(_ channel: Channel, _ context: CompileContext) -> String {
    var parts = [Self.holds(channel.recipients, recipients, context)]
    for (node, term, member) in [(via, channel.via, "via"), (onward, channel.onward, "onward")]
      as [(
        JSONNode?, Term?, Text
      )]
    {
      guard let node else { continue }
      if let term {
        parts.append(Self.holds(term, [node], context))
      } else {
        context.report(.missingMember, at: node, [member, "recipients"])
      }
    }
    return "(" + parts.joined(separator: " && ") + ")"
  }

  private static func holds(_ term: Term, _ members: [JSONNode], _ context: CompileContext) -> String {
    let isList = if case .list = term.type { true } else { false }
    let one = Hygiene.fresh("one", in: [term.text])
    let tests = members.compactMap { context.literal($0, of: term.memberType) }.map { literal in
      isList ? "\(term).exists(\(one), \(one) == \(literal))" : "\(term) == \(literal)"
    }
    return tests.count == 1 ? tests[0] : "(" + tests.joined(separator: " || ") + ")"
  }

  static let shape = ObjectShape(
    "addressee", doc: LocalizedText(vi: "Một nơi nhận", en: "One whom it must reach"),
    members: [
      .init("recipient", .text, vi: "Nơi nhận", en: "The recipient"),
      .init("any", .array(.text, minimum: 1), vi: "Một trong các nơi nhận", en: "One of these"),
      .init("via", .text, vi: "Gửi qua", en: "Through"),
      .init("onward", .text, vi: "Chuyển tiếp đến", en: "On to"),
    ],
    choices: [.exactlyOne(of: ["recipient", "any"])])

  static let valueShape = ValueShape.either([.text, .object(shape)])
}

/// What a record tells of the way of a document.
struct Channel {
  let recipients: Term
  let via: Term?
  let onward: Term?
}
