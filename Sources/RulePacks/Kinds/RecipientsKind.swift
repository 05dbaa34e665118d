import CEL
import Evaluator
import JSON

/// Whom a document must go to: all of several, one of several, through an intermediary, and on to another.
public struct RecipientsKind: RecordKind {
  public struct Parameters: Decodable, Sendable, ItemParameters {
    var of: ExpressionText?
    var `where`: ExpressionText?
    var require: ItemRequirement?
    var name: ExpressionText?
    var minItems: LimitText?
    var together: Bool?
    var recipients: ExpressionText
    var via: ExpressionText?
    var onward: ExpressionText?
    var to: [Addressee]
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let scope = ItemScope(parameters, context)
    let channel = Channel(
      recipients: scope.term(parameters.recipients, .any), via: parameters.via.map { scope.term($0, .any) },
      onward: parameters.onward.map { scope.term($0, .any) })
    let reached = parameters.to.map { $0.isReached(channel, context) }
    guard let items = scope.items else {
      if let node = context.rule["together"] {
        context.report(.missingMember, at: node, ["of", "recipients"])
      }
      return try check(reached, parameters.to, channel, context)
    }
    guard parameters.together == true else {
      return try items.check(Text(reached.joined(separator: " && ")), context)
    }
    if let node = context.rule["require"] {
      context.report(.conflictingMembers, at: node, ["together, require"])
    }
    let filter = items.filter.map { "\($0) && " } ?? ""
    return try check(
      reached.map { "\(items.list).exists(item, \(filter)\($0))" }, parameters.to, channel, context)
  }

  private func check(
    _ reached: [String], _ to: [Addressee], _ channel: Channel, _ context: CompileContext
  ) throws -> Check {
    let isOpen = context.countsMissing(Self.description) ? "!isKnownTrue" : "isKnownFalse"
    let lacking = zip(reached, to).map { "(\(isOpen)(\($0)) ? [\($1.name.celLiteral)] : [])" }
    let items = Text(lacking.joined(separator: " + "))
    return Check(
      requires: try context.formula(Text(reached.joined(separator: " && ")), .bool),
      limit: try context.limit("all", Text("\(to.count)"), .int),
      distance: try context.display("size(" + items + ")", .int), failingItems: try context.display(items),
      itemTitles: to.map { ItemTitle($0.name, $0.title(channel, context)) }, messages: .recipients)
  }
}

extension RecipientsKind {
  public static let description = KindDescription(
    name: "recipients",
    title: LocalizedText(vi: "Nơi nhận", en: "Recipients"),
    doc: LocalizedText(
      vi: "Văn bản phải gửi đến đủ nơi nhận, qua đúng đầu mối, và được chuyển tiếp khi có yêu cầu.",
      en:
        "A document must reach every recipient asked, through the right intermediary, and go on where asked."),
    members: ItemScope.members() + [
      .init(
        "together", .boolean, vi: "true: các item khác nhau cùng đáp ứng; nếu không thì từng item phải đủ",
        en: "true: different items may serve different recipients; else every item must reach all"),
      .init(
        "recipients", .expression, required: true, vi: "Nơi nhận: một giá trị hoặc danh sách",
        en: "The recipients: one value or a list"),
      .init("via", .expression, vi: "Gửi qua", en: "Through whom"),
      .init("onward", .expression, vi: "Chuyển tiếp đến", en: "To whom it went on"),
      .init(
        "to", .array(Addressee.valueShape, minimum: 1), required: true, vi: "Những nơi phải gửi đến",
        en: "Whom it must reach"),
    ],
    examples: examples)
}

extension Messages {
  fileprivate static let recipients = Messages(
    satisfied: MessageTemplate(
      "recipients.all", vi: "Đã gửi đủ {limit} nơi theo yêu cầu.", en: "All {limit} recipients are reached."),
    violated: MessageTemplate(
      "recipients.lacking", vi: "Chưa gửi đúng nơi nhận: {items}.", en: "Not sent as asked to: {items}."))
}
