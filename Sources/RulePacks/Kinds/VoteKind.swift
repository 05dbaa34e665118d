import CEL
import Evaluator
import JSON

/// A vote: enough members present, and enough votes in favour.
public struct VoteKind: RecordKind {
  public struct Parameters: Decodable, Sendable {
    var eligible: ExpressionText
    var present: ExpressionText
    var letters: ExpressionText?
    var votesFor: ExpressionText?
    var atLeast: LimitText?
    var moreThan: LimitText?
    var of: Base?
    var quorum: Quorum?
    var outOf: LimitText?
    var everyMember: Bool?
  }

  /// Of whom the share is taken.
  enum Base: String, Decodable, CaseIterable {
    case members, voters
  }

  struct Quorum: Decodable, Sendable {
    var atLeast: LimitText?
    var moreThan: LimitText?
    var outOf: LimitText?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let eligible = context.term(parameters.eligible, .number)
    let present = context.term(parameters.present, .number)
    let letters = parameters.letters.map { context.term($0, .number) }
    let votesFor = parameters.votesFor.map { context.term($0, .number) }
    let ballots = letters.map { Text("(\(present) + \($0))") } ?? present.text
    var conditions = ["\(ballots) <= \(eligible)"]
    if let quorum = parameters.quorum {
      conditions.append(
        try share(present.text, of: eligible.text, quorum.atLeast, quorum.moreThan, quorum.outOf, context))
    }
    if parameters.everyMember == true { conditions.append("\(ballots) == \(eligible)") }
    guard let votesFor else { return try attendance(present, eligible, parameters, conditions, context) }
    let base = parameters.of == .voters ? ballots : eligible.text
    // A ratio, because votes and members may be counted in units of their own.
    conditions.append("ratio(\(votesFor), \(ballots)) <= 1")
    conditions.append(
      try share(
        votesFor.text, of: base, parameters.atLeast, parameters.moreThan, parameters.outOf, context))
    let turnout = Turnout(
      eligible: eligible.text, present: present.text, ballots: ballots, votesFor: votesFor.text, base: base)
    let bound = try bound(parameters.atLeast, parameters.moreThan, parameters.outOf, context)
    return Check(
      requires: try context.formula(Text(conditions.joined(separator: " && ")), .bool),
      measured: try context.formula(Text("percent(\(votesFor), \(base))")),
      limit: Limit(bounds: [bound]), failingItems: try context.display(turnout.counts), unit: "%",
      isFixed: true, messages: parameters.moreThan == nil ? .votes : .majority)
  }

  /// A check of the quorum alone.
  private func attendance(
    _ present: Term, _ eligible: Term, _ parameters: Parameters, _ conditions: [String],
    _ context: CompileContext
  ) throws -> Check {
    for member in ["atLeast", "moreThan", "of", "outOf"] as [Text] where context.rule[member] != nil {
      context.report(.missingMember, ["votesFor", "vote"])
    }
    guard let quorum = parameters.quorum else {
      context.report(.missingMember, ["votesFor", "vote"])
      throw CompileContext.Broken()
    }
    let turnout = Turnout(
      eligible: eligible.text, present: present.text, ballots: present.text, votesFor: nil,
      base: eligible.text)
    return Check(
      requires: try context.formula(Text(conditions.joined(separator: " && ")), .bool),
      measured: try context.formula(Text("percent(\(present), \(eligible))")),
      limit: Limit(bounds: [try bound(quorum.atLeast, quorum.moreThan, quorum.outOf, context)]),
      failingItems: try context.display(turnout.counts), unit: "%", isFixed: true, messages: .quorum)
  }

  /// `part / whole` against a share; a ratio is compared exactly.
  private func share(
    _ part: Text, of whole: Text, _ atLeast: LimitText?, _ moreThan: LimitText?, _ outOf: LimitText?,
    _ context: CompileContext
  ) throws -> String {
    guard let limit = atLeast ?? moreThan else {
      context.report(.missingChoice, ["atLeast, moreThan"])
      throw CompileContext.Broken()
    }
    let scale = outOf.map { context.number($0).text } ?? "100"
    return "ratio(\(part), \(whole)) * \(scale) \(atLeast == nil ? ">" : ">=") \(context.number(limit))"
  }

  /// The share as a percentage.
  private func bound(
    _ atLeast: LimitText?, _ moreThan: LimitText?, _ outOf: LimitText?, _ context: CompileContext
  ) throws -> Limit.Bound {
    guard let limit = atLeast ?? moreThan else { throw CompileContext.Broken() }
    let term = context.number(limit)
    let text = outOf.map { Text("percent(\(term), \(context.number($0)))") } ?? term.text
    return Limit.Bound(
      name: atLeast == nil ? "moreThan" : "atLeast", value: try context.formula(text))
  }

  /// What reports show of a vote.
  private struct Turnout {
    let eligible: Text
    let present: Text
    let ballots: Text
    let votesFor: Text?
    let base: Text

    /// Votes in favour, then members present, as `17/20`; what is not given is left out.
    var counts: Text {
      func pair(_ part: Text, _ whole: Text) -> String {
        """
        (isKnownTrue(given(\(part)) && given(\(whole))) ? \
        [string(\(part)) + "/" + string(\(whole))] : [])
        """
      }
      return Text(
        ([votesFor.map { pair($0, base) }, pair(present, eligible)].compactMap { $0 })
          .joined(separator: " + "))
    }
  }
}

extension VoteKind {
  private static let quorum = ObjectShape(
    "quorum", doc: LocalizedText(vi: "Mức dự họp tối thiểu", en: "How many members must be present"),
    members: [
      .init("atLeast", .numberOrExpression, vi: "Tỷ lệ tối thiểu", en: "Least share"),
      .init("moreThan", .numberOrExpression, vi: "Phải nhiều hơn tỷ lệ này", en: "Share to be passed"),
      .init("outOf", .numberOrExpression, vi: "Mẫu số (mặc định 100)", en: "Denominator (100 unless told)"),
    ],
    choices: [.exactlyOne(of: ["atLeast", "moreThan"])])

  public static let description = KindDescription(
    name: "vote",
    title: LocalizedText(vi: "Biểu quyết, bỏ phiếu", en: "Vote"),
    doc: LocalizedText(
      vi: """
        Tỷ lệ phiếu đồng ý trên tổng số thành viên, hoặc trên số người tham gia bỏ phiếu; mức dự họp tối thiểu; \
        người vắng mặt cho ý kiến bằng văn bản. Số phiếu không khớp là không đạt.
        """,
      en: """
        The share of votes in favour, of all members or of those who voted; the quorum; members who are absent \
        answer by letter. Numbers that can't be true fail.
        """),
    members: [
      .init("eligible", .expression, required: true, vi: "Tổng số thành viên", en: "All members"),
      .init("present", .expression, required: true, vi: "Số thành viên dự họp", en: "Members present"),
      .init("letters", .expression, vi: "Số người vắng mặt trả lời bằng văn bản", en: "Answers by letter"),
      .init(
        "votesFor", .expression, vi: "Số phiếu đồng ý, kể cả bằng văn bản",
        en: "Votes in favour, those by letter among them"),
      .init("atLeast", .numberOrExpression, vi: "Tỷ lệ đồng ý tối thiểu", en: "Least share in favour"),
      .init("moreThan", .numberOrExpression, vi: "Phải nhiều hơn tỷ lệ này", en: "Share to be passed"),
      .init(
        "of", .oneOf(Base.allCases.map { Text($0.rawValue) }),
        vi: "Tính trên tổng số thành viên (members, mặc định) hay số người bỏ phiếu (voters)",
        en: "Share of all members (members unless told) or of those who voted (voters)"),
      .init("quorum", .object(quorum), vi: "Mức dự họp tối thiểu", en: "Least presence"),
      .init("outOf", .numberOrExpression, vi: "Mẫu số (mặc định 100)", en: "Denominator (100 unless told)"),
      .init(
        "everyMember", .boolean, vi: "true: người vắng mặt nào cũng phải được lấy ý kiến",
        en: "true: every absent member must have answered by letter"),
    ],
    choices: [.atMostOne(of: ["atLeast", "moreThan"])],
    examples: examples)
}

extension Messages {
  fileprivate static let votes = Messages(
    satisfied: MessageTemplate(
      "vote.passed", vi: "Tỷ lệ đồng ý {measured}%; yêu cầu từ {limit}% trở lên.",
      en: "{measured} % in favour; at least {limit} % is asked."),
    violated: MessageTemplate(
      "vote.failed",
      vi:
        "Không đủ phiếu hoặc không đủ người: đồng ý {measured}%, yêu cầu từ {limit}% trở lên; phiếu đồng ý và người dự: {items}.",
      en:
        "Too few votes or too few members: {measured} % in favour, at least {limit} % is asked; votes and members present: {items}."
    ))

  fileprivate static let majority = Messages(
    satisfied: MessageTemplate(
      "vote.majority", vi: "Tỷ lệ đồng ý {measured}%; yêu cầu trên {limit}%.",
      en: "{measured} % in favour; more than {limit} % is asked."),
    violated: MessageTemplate(
      "vote.noMajority",
      vi:
        "Không đủ phiếu hoặc không đủ người: đồng ý {measured}%, yêu cầu trên {limit}%; phiếu đồng ý và người dự: {items}.",
      en:
        "Too few votes or too few members: {measured} % in favour, more than {limit} % is asked; votes and members present: {items}."
    ))

  fileprivate static let quorum = Messages(
    satisfied: MessageTemplate(
      "vote.quorate", vi: "Dự họp {measured}% số thành viên; yêu cầu {limit}%.",
      en: "{measured} % of the members were present; {limit} % is asked."),
    violated: MessageTemplate(
      "vote.notQuorate", vi: "Không đủ số người dự họp: {items}, đạt {measured}%; yêu cầu {limit}%.",
      en: "Too few members were present: {items}, {measured} %; {limit} % is asked."))
}
