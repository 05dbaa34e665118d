import CEL
import Evaluator
import JSON

/// A date that must not be later than another.
public struct DeadlineKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var value: ExpressionText
    var before: ExpressionText?
    var onOrBefore: ExpressionText?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let value = context.term(parameters.value, .date)
    let isStrict = parameters.before != nil
    guard let limit = (parameters.before ?? parameters.onOrBefore).map(context.date) else {
      throw CompileContext.Broken()
    }
    let requires = try context.formula(Text("\(value) \(isStrict ? "<" : "<=") \(limit)"), .bool)
    return Check(
      requires: requires, due: try context.dueFormula(isStrict ? limit.text + ".addDays(-1)" : limit.text),
      measured: value.formula,
      limit: limit.formula.map {
        Limit(bounds: [Limit.Bound(name: isStrict ? "before" : "onOrBefore", value: $0)])
      },
      distance: try context.display(Text("days(\(limit), \(value))\(isStrict ? " + 1" : "")")),
      isFixed: true, messages: isStrict ? .before : .onOrBefore)
  }
}

extension DeadlineKind {
  public static let description = KindDescription(
    name: "deadline",
    title: LocalizedText(vi: "Thời hạn", en: "Deadline"),
    doc: LocalizedText(
      vi: "Một việc phải xong trước hoặc chậm nhất vào một ngày. Chưa qua ngày đó thì chưa đến hạn.",
      en: "Something must be done before or by a day. Until that day has passed it is not yet due."),
    members: [
      .init("value", .expression, required: true, vi: "Ngày hoàn thành", en: "The day on which it was done"),
      .init(
        "before", .expression, vi: "Phải trước ngày này (ngày, hoặc biểu thức)",
        en: "Must be before this day (a date or an expression)"),
      .init(
        "onOrBefore", .expression, vi: "Chậm nhất vào ngày này (ngày, hoặc biểu thức)",
        en: "Must be by this day (a date or an expression)"),
    ],
    choices: [.exactlyOne(of: ["before", "onOrBefore"])],
    examples: [
      KindExample(
        vi: "Nộp đúng ngày cuối cùng là kịp", en: "The last day itself is in time",
        fields: #"{ "sentOn": { "type": "date" } }"#,
        rule: #"{ "kind": "deadline", "value": "sentOn", "onOrBefore": "2021-11-15" }"#,
        record: #"{ "sentOn": "2021-11-15" }"#, .satisfied(measured: "2021-11-15")),
      KindExample(
        vi: "Nộp chậm ba ngày", en: "Three days late",
        fields: #"{ "sentOn": { "type": "date" } }"#,
        rule: #"{ "kind": "deadline", "value": "sentOn", "onOrBefore": "2021-11-15" }"#,
        record: #"{ "sentOn": "2021-11-18" }"#, .violated(measured: "2021-11-18", distance: "3")),
      KindExample(
        vi: "Nộp vào đúng ngày phải xong trước đó", en: "On the day before which it was due",
        fields: #"{ "sentOn": { "type": "date" } }"#,
        rule: #"{ "kind": "deadline", "value": "sentOn", "before": "2021-11-15" }"#,
        record: #"{ "sentOn": "2021-11-15" }"#, .violated(distance: "1")),
      KindExample(
        vi: "Đã qua hạn mà chưa rõ ngày nộp", en: "Past the deadline and no date is given",
        fields: #"{ "sentOn": { "type": "date" } }"#,
        rule: #"{ "kind": "deadline", "value": "sentOn", "onOrBefore": "2021-11-15" }"#,
        record: "{}", .undetermined(missing: ["sentOn"])),
      KindExample(
        vi: "Chưa đến hạn", en: "Not yet due",
        fields: #"{ "sentOn": { "type": "date" } }"#,
        rule: #"{ "kind": "deadline", "value": "sentOn", "onOrBefore": "2021-11-15" }"#,
        record: "{}", asOf: "2021-11-15", .notYetDue(missing: ["sentOn"])),
      KindExample(
        vi: "Hạn tính từ một ngày khác của hồ sơ", en: "A deadline counted from another day of the record",
        fields: #"{ "launchedOn": { "type": "date" }, "registeredOn": { "type": "date" } }"#,
        rule: #"{ "kind": "deadline", "value": "registeredOn", "onOrBefore": "launchedOn.addDays(30)" }"#,
        record: #"{ "launchedOn": "2021-01-10", "registeredOn": "2021-02-10" }"#, .violated(distance: "1")),
    ])
}

extension Messages {
  fileprivate static let onOrBefore = Messages(
    satisfied: MessageTemplate(
      "deadline.inTime", vi: "Hoàn thành ngày {measured}, kịp thời hạn {limit}.",
      en: "Done on {measured}, by the deadline of {limit}."),
    violated: MessageTemplate(
      "deadline.late", vi: "Hoàn thành ngày {measured}, chậm {distance} ngày so với thời hạn {limit}.",
      en: "Done on {measured}, {distance} days after the deadline of {limit}."))

  fileprivate static let before = Messages(
    satisfied: MessageTemplate(
      "deadline.before", vi: "Hoàn thành ngày {measured}, trước ngày {limit}.",
      en: "Done on {measured}, before {limit}."),
    violated: MessageTemplate(
      "deadline.notBefore",
      vi: "Hoàn thành ngày {measured}; phải xong trước ngày {limit}, chậm {distance} ngày.",
      en: "Done on {measured}, not before {limit}: {distance} days late."))
}
