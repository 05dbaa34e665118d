import CEL
import Evaluator
import JSON

/// A date, a period or a span that must lie within a stretch of days.
public struct WindowKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var value: ExpressionText?
    var start: ExpressionText?
    var end: ExpressionText?
    var within: Stretch
  }

  /// A calendar period or an expression of one, or days from and to.
  enum Stretch: JSONNodeDecodable {
    case period(ExpressionText)
    case days(from: ExpressionText?, to: ExpressionText?, before: ExpressionText?)

    init(_ node: JSONNode) throws(DecodingFailure) {
      if node.kind == .string {
        self = .period(try ExpressionText(node))
        return
      }
      func day(_ member: Text) throws(DecodingFailure) -> ExpressionText? {
        guard let node = node[member] else { return nil }
        return try ExpressionText(node)
      }
      self = .days(from: try day("from"), to: try day("to"), before: try day("before"))
    }
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let subject = try subject(parameters, context)
    let (from, to) = bounds(parameters.within, context)
    let conditions = [
      from.map { "\(subject.first) >= \($0)" }, to.map { "\(subject.last) <= \($0)" },
      subject.isSpan ? "\(subject.first) <= \(subject.last)" : nil,
    ]
    let requires = Text(conditions.compactMap { $0 }.joined(separator: " && "))
    var limit = Limit(bounds: [])
    if let from { limit.bounds.append(Limit.Bound(name: "from", value: try context.formula(from, .date))) }
    if let to { limit.bounds.append(Limit.Bound(name: "to", value: try context.formula(to, .date))) }
    return Check(
      requires: try context.formula(requires, .bool), measured: subject.measured,
      limit: limit, distance: try context.display(distance(subject, from, to)), isFixed: true,
      messages: .window(hasFrom: from != nil, hasTo: to != nil, isSpan: subject.isSpan))
  }

  /// First and last day of what must lie within.
  private struct Subject {
    let first: Text
    let last: Text
    let measured: Formula?
    /// True for two days of the record, which may stand the wrong way round.
    var isSpan = false
  }

  private func subject(_ parameters: Parameters, _ context: CompileContext) throws -> Subject {
    if let text = parameters.value {
      let value = context.term(text, .dateOrPeriod)
      guard value.type == .period else {
        return Subject(first: value.text, last: value.text, measured: value.formula)
      }
      return Subject(first: value.text + ".first()", last: value.text + ".last()", measured: value.formula)
    }
    guard let start = parameters.start, let end = parameters.end else {
      let missing: Text = parameters.start == nil ? "start" : "end"
      context.report(.missingMember, [missing, "window"])
      throw CompileContext.Broken()
    }
    return Subject(first: context.date(start).text, last: context.date(end).text, measured: nil, isSpan: true)
  }

  /// The first and the last day that count.
  private func bounds(_ stretch: Stretch, _ context: CompileContext) -> (from: Text?, to: Text?) {
    switch stretch {
    case .period(let source):
      if let period = try? Period(source.text) {
        return (Self.literal(period.firstDay), Self.literal(period.lastDay))
      }
      // A year at the start of an expression would be a slip of the pen in a period.
      if let first = source.text.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
        context.report(.invalidPeriod, at: source.node, [source.text])
        return (nil, nil)
      }
      let period = context.term(source, .period).text
      return (period + ".first()", period + ".last()")
    case .days(let from, let to, let before):
      let first = from.map(context.date)?.text
      if let to { return (first, context.date(to).text) }
      return (first, before.map { context.date($0).text + ".addDays(-1)" })
    }
  }

  private static func literal(_ day: CivilDate) -> Text { "date(\"" + day.text + "\")" }

  /// Days outside, at the end that sticks out; else days by which a span ends before it starts.
  private func distance(_ subject: Subject, _ from: Text?, _ to: Text?) -> Text {
    var choices: [(isSo: String, days: String)] = []
    if let from { choices.append(("\(subject.first) < \(from)", "days(\(subject.first), \(from))")) }
    if let to { choices.append(("\(subject.last) > \(to)", "days(\(to), \(subject.last))")) }
    if subject.isSpan { choices.append(("true", "days(\(subject.last), \(subject.first))")) }
    let last = choices.popLast()?.days ?? "0"
    // One end may tell that the window is missed while the other is not given.
    return Text(choices.map { "isKnownTrue(\($0.isSo)) ? \($0.days) : " }.joined() + last)
  }
}

extension WindowKind {
  private static let stretch = ObjectShape(
    "stretch of days", doc: LocalizedText(vi: "Khoảng ngày", en: "A stretch of days"),
    members: [
      .init("from", .expression, vi: "Ngày đầu tiên", en: "First day"),
      .init("to", .expression, vi: "Ngày cuối cùng", en: "Last day"),
      .init("before", .expression, vi: "Ngày đầu tiên không còn tính", en: "First day that no longer counts"),
    ],
    choices: [.atMostOne(of: ["to", "before"])])

  public static let description = KindDescription(
    name: "window",
    title: LocalizedText(vi: "Khoảng thời gian", en: "Window"),
    doc: LocalizedText(
      vi: "Một ngày, một kỳ hoặc một đợt phải nằm trong một khoảng thời gian.",
      en: "A day, a period or a span must lie within a stretch of days."),
    members: [
      .init("value", .expression, vi: "Ngày hoặc kỳ được xét", en: "The day or period"),
      .init("start", .expression, vi: "Ngày bắt đầu của đợt", en: "First day of a span"),
      .init("end", .expression, vi: "Ngày kết thúc của đợt", en: "Last day of a span"),
      .init(
        "within", .either([.expression, .object(stretch)]), required: true,
        vi: "Kỳ (2021, 2021-H1, 2021-Q3, 2021-06), biểu thức của kỳ, hoặc khoảng ngày",
        en: "A period (2021, 2021-H1, 2021-Q3, 2021-06), an expression of one, or days from and to"),
    ],
    choices: [.exactlyOne(of: ["value", "start"]), .atMostOne(of: ["value", "end"])],
    examples: [
      KindExample(
        vi: "Ngày cuối của nửa đầu năm vẫn thuộc nửa đầu năm",
        en: "The last day of the first half-year is in it",
        fields: #"{ "reviewedOn": { "type": "date" } }"#,
        rule: #"{ "kind": "window", "value": "reviewedOn", "within": "2021-H1" }"#,
        record: #"{ "reviewedOn": "2021-06-30" }"#, .satisfied(measured: "2021-06-30")),
      KindExample(
        vi: "Sau khoảng thời gian hai ngày", en: "Two days after the stretch",
        fields: #"{ "heldOn": { "type": "date" } }"#,
        rule:
          #"{ "kind": "window", "value": "heldOn", "within": { "from": "2021-05-15", "before": "2021-06-01" } }"#,
        record: #"{ "heldOn": "2021-06-02" }"#, .violated(measured: "2021-06-02", distance: "2")),
      KindExample(
        vi: "Chưa rõ ngày kết thúc của đợt thi đua", en: "The last day of a round is not given",
        fields: #"{ "from": { "type": "date" }, "to": { "type": "date" } }"#,
        rule: #"{ "kind": "window", "start": "from", "end": "to", "within": "2021" }"#,
        record: #"{ "from": "2021-03-01" }"#, .undetermined(missing: ["to"])),
      KindExample(
        vi: "Đợt kết thúc trước khi bắt đầu", en: "A round that ends before it starts",
        fields: #"{ "from": { "type": "date" }, "to": { "type": "date" } }"#,
        rule: #"{ "kind": "window", "start": "from", "end": "to", "within": "2021" }"#,
        record: #"{ "from": "2021-12-31", "to": "2021-01-01" }"#, .violated(distance: "364")),
      KindExample(
        vi: "Trong kỳ kế hoạch ghi trong hồ sơ", en: "Within the period that the record names",
        fields: #"{ "heldOn": { "type": "date" }, "planned": { "type": "period" } }"#,
        rule: #"{ "kind": "window", "value": "heldOn", "within": "planned" }"#,
        record: #"{ "heldOn": "2021-07-01", "planned": "2021-Q2" }"#, .violated(distance: "1")),
      KindExample(
        vi: "Kỳ được xét nằm ngoài năm", en: "A period outside the year",
        fields: #"{ "quarter": { "type": "period" } }"#,
        rule: #"{ "kind": "window", "value": "quarter", "within": "2021" }"#,
        record: #"{ "quarter": "2020-Q4" }"#, .violated(measured: "2020-Q4", distance: "92")),
    ])
}

extension Messages {
  /// - Parameter isSpan: true for two days, neither of which alone tells what is wrong.
  fileprivate static func window(hasFrom: Bool, hasTo: Bool, isSpan: Bool) -> Messages {
    switch (hasFrom, hasTo) {
    case (true, true): isSpan ? span : both
    case (true, false): isSpan ? spanFrom : from
    default: isSpan ? spanTo : to
    }
  }

  private static let both = Messages(
    satisfied: MessageTemplate(
      "window.inside", vi: "{measured}: trong khoảng từ {low} đến {high}.",
      en: "{measured} lies within {low} to {high}."),
    violated: MessageTemplate(
      "window.outside", vi: "{measured}: ngoài khoảng từ {low} đến {high}, lệch {distance} ngày.",
      en: "{measured} lies outside {low} to {high} by {distance} days."))

  private static let span = Messages(
    satisfied: MessageTemplate(
      "window.spanInside", vi: "Diễn ra trong khoảng từ {low} đến {high}.", en: "Lies within {low} to {high}."
    ),
    violated: MessageTemplate(
      "window.spanOutside",
      vi:
        "Phải bắt đầu từ {low}, kết thúc chậm nhất {high} và không trước ngày bắt đầu; lệch {distance} ngày.",
      en: "Must start from {low} and end by {high}, not before it starts; off by {distance} days."))

  private static let from = Messages(
    satisfied: notEarlier,
    violated: MessageTemplate(
      "window.earlier", vi: "Sớm {distance} ngày; phải từ ngày {limit}.",
      en: "{distance} days too early: {limit} is the first day that counts."))

  private static let spanFrom = Messages(
    satisfied: notEarlier,
    violated: MessageTemplate(
      "window.spanEarlier",
      vi: "Phải bắt đầu từ {limit} và kết thúc không trước ngày bắt đầu; lệch {distance} ngày.",
      en: "Must start from {limit} and not end before it starts; off by {distance} days."))

  private static let notEarlier = MessageTemplate(
    "window.notEarlier", vi: "Không sớm hơn ngày {limit}.", en: "Not earlier than {limit}.")

  private static let to = Messages(
    satisfied: notLater,
    violated: MessageTemplate(
      "window.later", vi: "Muộn {distance} ngày; chậm nhất là ngày {limit}.",
      en: "{distance} days too late: {limit} is the last day that counts."))

  private static let spanTo = Messages(
    satisfied: notLater,
    violated: MessageTemplate(
      "window.spanLater",
      vi: "Phải kết thúc chậm nhất {limit} và không trước ngày bắt đầu; lệch {distance} ngày.",
      en: "Must end by {limit} and not before it starts; off by {distance} days."))

  private static let notLater = MessageTemplate(
    "window.notLater", vi: "Không muộn hơn ngày {limit}.", en: "Not later than {limit}.")
}
