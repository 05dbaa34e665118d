import CEL
import Evaluator
import JSON

/// A value that must, or must not, be one of a set; or a grade of an ordered enum.
public struct MembershipKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var value: ExpressionText
    var `in`: SetText?
    var notIn: SetText?
    var atLeast: ExpressionText?
    var atMost: ExpressionText?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let value = context.term(parameters.value, .scalar)
    if let set = parameters.in ?? parameters.notIn {
      return try member(value, set, isIn: parameters.in != nil, context)
    }
    guard let grade = parameters.atLeast ?? parameters.atMost else { throw CompileContext.Broken() }
    return try graded(value, grade, isFloor: parameters.atLeast != nil, context)
  }

  private func member(
    _ value: Term, _ source: SetText, isIn: Bool, _ context: CompileContext
  ) throws -> Check {
    let set = context.set(source, of: value.type)
    let membership = Text("\(value) in \(set)")
    return Check(
      requires: try context.formula(isIn ? membership : "!(" + membership + ")", .bool),
      measured: value.formula,
      limit: Limit(bounds: [Limit.Bound(name: isIn ? "in" : "notIn", value: try context.formula(set.text))]),
      messages: isIn ? .member : .stranger)
  }

  private func graded(
    _ value: Term, _ grade: ExpressionText, isFloor: Bool, _ context: CompileContext
  ) throws -> Check {
    guard case .enumeration(let name) = value.type, let type = context.schema.enumTypes[name] else {
      if !value.isBroken {
        context.report(.wrongExpressionType, at: value.node, [value.type.text, "ordered enum"])
      }
      throw CompileContext.Broken()
    }
    if !type.isOrdered { context.report(.wrongExpressionType, at: value.node, [name, "ordered enum"]) }
    let member = context.member(grade.node, of: name)
    try context.requireSound()
    let literal = (member ?? grade.text).celLiteral
    return Check(
      requires: try context.formula(Text("\(value) \(isFloor ? ">=" : "<=") \(literal)"), .bool),
      measured: value.formula,
      limit: Limit(bounds: [
        Limit.Bound(
          name: isFloor ? "atLeast" : "atMost",
          value: try context.enumMember(member ?? grade.text, of: name))
      ]),
      messages: isFloor ? .floor : .ceiling)
  }
}

extension MembershipKind {
  public static let description = KindDescription(
    name: "membership",
    title: LocalizedText(vi: "Thuộc danh mục, xếp loại", en: "Membership and grade"),
    doc: LocalizedText(
      vi:
        "Một giá trị phải thuộc, hoặc không được thuộc, một tập hợp; hoặc đạt một mức của danh mục có thứ bậc.",
      en: "A value must be one of a set, or none of it; or reach a grade of an ordered enum."),
    members: [
      .init("value", .expression, required: true, vi: "Giá trị được xét", en: "The value"),
      .init("in", SetText.shape, vi: "Phải là một trong", en: "Must be one of"),
      .init("notIn", SetText.shape, vi: "Không được là", en: "Must be none of"),
      .init("atLeast", .text, vi: "Mức thấp nhất được chấp nhận", en: "Lowest grade that is met"),
      .init("atMost", .text, vi: "Mức cao nhất được chấp nhận", en: "Highest grade that is met"),
    ],
    choices: [.exactlyOne(of: ["in", "notIn", "atLeast", "atMost"])],
    examples: [
      KindExample(
        vi: "Đúng loại đơn vị", en: "The right kind of unit",
        fields: #"{ "unitKind": { "type": "enum", "values": ["district", "commune", "school"] } }"#,
        rule: #"{ "kind": "membership", "value": "unitKind", "in": ["district", "commune"] }"#,
        record: #"{ "unitKind": "commune" }"#, .satisfied(measured: "commune")),
      KindExample(
        vi: "Xếp loại thấp hơn mức yêu cầu", en: "A grade below the one that is asked",
        fields: #"{ "grade": { "type": "enum", "ordered": ["notCompleted", "completed", "excellent"] } }"#,
        rule: #"{ "kind": "membership", "value": "grade", "atLeast": "completed" }"#,
        record: #"{ "grade": "notCompleted" }"#, .violated(measured: "notCompleted")),
      KindExample(
        vi: "Chưa xếp loại", en: "Not graded yet",
        fields: #"{ "grade": { "type": "enum", "ordered": ["notCompleted", "completed", "excellent"] } }"#,
        rule: #"{ "kind": "membership", "value": "grade", "atLeast": "completed" }"#,
        record: "{}", .undetermined(missing: ["grade"])),
      KindExample(
        vi: "Không được là một trong các giá trị", en: "Must be none of a set",
        fields: #"{ "form": { "type": "string" } }"#,
        rule: #"{ "kind": "membership", "value": "form", "notIn": ["verbal", "none"] }"#,
        record: #"{ "form": "verbal" }"#, .violated(measured: "verbal")),
    ])
}

extension Messages {
  fileprivate static let member = Messages(
    satisfied: MessageTemplate(
      "membership.member", vi: "{measured}: đúng yêu cầu.", en: "{measured}: as asked."),
    violated: MessageTemplate(
      "membership.notMember", vi: "{measured}: không thuộc {limit}.", en: "{measured} is none of {limit}."))

  fileprivate static let stranger = Messages(
    satisfied: MessageTemplate(
      "membership.outside", vi: "{measured}: đúng yêu cầu.", en: "{measured}: as asked."),
    violated: MessageTemplate(
      "membership.inside", vi: "{measured}: không được chấp nhận.", en: "{measured} is not admitted."))

  fileprivate static let floor = Messages(
    satisfied: MessageTemplate(
      "membership.gradeReached", vi: "Xếp loại {measured}; mức yêu cầu từ {limit}.",
      en: "Graded {measured}; {limit} is asked."),
    violated: MessageTemplate(
      "membership.gradeBelow", vi: "Xếp loại {measured}, thấp hơn mức yêu cầu {limit}.",
      en: "Graded {measured}, below {limit}."))

  fileprivate static let ceiling = Messages(
    satisfied: MessageTemplate(
      "membership.gradeKept", vi: "Xếp loại {measured}; không quá {limit}.",
      en: "Graded {measured}; no more than {limit}."),
    violated: MessageTemplate(
      "membership.gradeAbove", vi: "Xếp loại {measured}, cao hơn mức cho phép {limit}.",
      en: "Graded {measured}, above {limit}."))
}
