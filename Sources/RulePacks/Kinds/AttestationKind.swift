import CEL
import Evaluator
import JSON

/// What a person judges, with evidence: without judgement or evidence the outcome stays open.
public struct AttestationKind: RecordKind {
  public struct Parameters: Decodable, Sendable, ItemParameters {
    var of: ExpressionText?
    var all: [ExpressionText]?
    var `where`: ExpressionText?
    var require: ItemRequirement?
    var name: ExpressionText?
    var minItems: LimitText?
    var value: ExpressionText
    var evidence: ExpressionTexts
    var atLeast: LimitText?
    var moreThan: LimitText?
    var `in`: SetText?
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
    let scope =
      parameters.all.map { ItemScope(records: $0, parameters, context) } ?? ItemScope(parameters, context)
    let value = scope.term(parameters.value, .scalar)
    let judgement = try judgement(value, parameters, scope, context)
    let evidence = parameters.evidence.texts.map { EvidenceKind.given(scope.term($0, .any)).string }
    let proof = evidence.joined(separator: " && ")
    // A plain no needs no evidence; of a mark a sum asks for both sides: `&&` would let a bad one fail without its own.
    let holds =
      judgement.limit == nil
      ? Text("\(judgement.holds) && \(proof)")
      : Text("(\(proof) ? 1 : 0) + (\(judgement.holds) ? 1 : 0) == 2")
    if let records = parameters.all, let items = scope.items {
      let names = records.map(\.text.celLiteral.string).joined(separator: ", ")
      var check = try items.check(holds, naming: { Text("[\(names)][\($0)]") }, context)
      check.itemTitles = records.compactMap { record in
        context.title(of: record, context.term(record, .any)).map { ItemTitle(record.text, $0) }
      }
      return check
    }
    return try scope.check(holds) {
      Check(
        requires: try context.formula(holds, .bool), measured: value.formula,
        limit: judgement.limit.map { Limit(bounds: [Limit.Bound(name: $0.name, value: $0.value)]) },
        unit: context.unit(nil, of: [value]), messages: judgement.limit == nil ? .yes : .mark)
    }
  }

  private typealias Judgement = (holds: Text, limit: (name: Text, value: Formula)?)

  private func judgement(
    _ value: Term, _ parameters: Parameters, _ scope: ItemScope, _ context: CompileContext
  ) throws -> Judgement {
    if let set = parameters.in.map({ context.set($0, of: value.type) }) {
      return (Text("\(value) in \(set)"), ("in", try context.formula(set.text)))
    }
    if let least = parameters.atLeast {
      let limit = try mark(least, value, "atLeast", scope, context)
      return (Text("\(value) >= \(limit.text)"), limit.bound)
    }
    if let other = parameters.moreThan {
      let limit = try mark(other, value, "moreThan", scope, context)
      return (Text("\(value) > \(limit.text)"), limit.bound)
    }
    if !TermType.boolean.admits(value.type) {
      context.report(.wrongExpressionType, at: value.node, [value.type.text, "bool"])
    }
    return (value.text, nil)
  }

  /// A mark of the scale: a member of an ordered enum, a number, or an expression of one.
  private func mark(
    _ source: LimitText, _ value: Term, _ name: Text, _ scope: ItemScope, _ context: CompileContext
  ) throws -> (text: Text, bound: (name: Text, value: Formula)?) {
    if case .enumeration(let enumName) = value.type, let type = context.schema.enumTypes[enumName],
      type.index(of: source.text) != nil || Hygiene.isPath(source.text)
    {
      if !type.isOrdered { context.report(.wrongExpressionType, at: value.node, [enumName, "ordered enum"]) }
      if let member = context.member(source.node, of: enumName) {
        return (member.celLiteral, (name, try context.enumMember(member, of: enumName)))
      }
    }
    if source.isLiteral {
      let term = context.number(source)
      return (term.text, term.formula.map { (name, $0) })
    }
    let term = scope.term(try ExpressionText(source.node), .scalar)
    return (term.text, term.formula.map { (name, $0) })
  }
}

extension AttestationKind {
  public static let description = KindDescription(
    name: "attestation",
    title: LocalizedText(vi: "Xác nhận, đánh giá", en: "Attestation"),
    doc: LocalizedText(
      vi:
        "Điều do người có trách nhiệm xác nhận hoặc chấm theo thang, kèm minh chứng. Chưa chấm hoặc thiếu minh chứng thì để ngỏ; trả lời “không” thì không cần minh chứng.",
      en:
        "What a responsible person attests or marks on a scale, with evidence. Without mark or evidence it stays open; a plain no needs no evidence."
    ),
    members: ItemScope.members() + [
      .init(
        "all", .array(.expression, minimum: 1), vi: "Các mục của hồ sơ, mỗi mục là một item",
        en: "Records that are judged like items, named by their paths"),
      .init("value", .expression, required: true, vi: "Xác nhận hoặc điểm", en: "The attestation or mark"),
      .init(
        "evidence", ExpressionTexts.shape, required: true, vi: "Minh chứng phải kèm theo",
        en: "Evidence that must go with it"),
      .init(
        "atLeast", .numberOrExpression, vi: "Mức thấp nhất được chấp nhận", en: "Lowest mark that is met"),
      .init("moreThan", .numberOrExpression, vi: "Phải cao hơn mức này", en: "Must be above this mark"),
      .init("in", SetText.shape, vi: "Phải là một trong", en: "Must be one of"),
    ],
    choices: [.atMostOne(of: ["atLeast", "moreThan", "in"]), .atMostOne(of: ["of", "all"])],
    examples: examples)
}

extension Messages {
  fileprivate static let yes = Messages(
    satisfied: MessageTemplate(
      "attestation.yes", vi: "Được xác nhận, có minh chứng.", en: "Attested, with evidence."),
    violated: MessageTemplate("attestation.no", vi: "Không được xác nhận.", en: "Not attested."))

  fileprivate static let mark = Messages(
    satisfied: MessageTemplate(
      "attestation.reached", vi: "Đánh giá {measured}{unit}, đạt mức {limit}{unit}.",
      en: "Marked {measured}{unit}; {limit}{unit} is asked."),
    violated: MessageTemplate(
      "attestation.below", vi: "Đánh giá {measured}{unit}, chưa đạt mức {limit}{unit}.",
      en: "Marked {measured}{unit}, not {limit}{unit} as asked."))
}
