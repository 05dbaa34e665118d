import CEL
import Evaluator
import JSON

/// Reads what makes the rosters of an award: order, quotas, equals at the line, authority.
struct RosterBuilder {
  let builder: RuleBuilder
  /// Over a record of the award's type.
  let compilers: RuleCompilers
  let awards: AwardOrder
  let authorities: Set<Text>
  let log: DefectLog

  private var expressions: ExpressionBuilder { ExpressionBuilder(log: log) }
  private var compiler: ExpressionCompiler { compilers.plain }
  private var constants: ExpressionCompiler { compilers.constants }

  func build(_ node: JSONNode, _ award: inout CompiledAward) {
    award.rankBy = elements(node["rankBy"]).compactMap(rankKey)
    award.quotas = elements(node["quotas"]).compactMap(quota)
    award.per = node["per"].map { builder.groupKeys($0, compiler) } ?? award.quotas.first?.per ?? []
    if let ties = node["ties"] {
      award.ties = TieRule.allCases.first { ties.isString($0.name) } ?? .exclude
      if award.ties == .include, award.quotas.contains(where: \.isCeiling) {
        log.report(.includeBesideCeiling, at: ties)
      }
    }
    award.decidedBy = node["decidedBy"].map(decisions) ?? []
  }

  private func elements(_ node: JSONNode?) -> [JSONNode] { node.map { Array($0.elements) } ?? [] }

  private func rankKey(_ node: JSONNode) -> RankKey? {
    guard let value = node["value"], let formula = expressions.formula(value, in: compiler) else {
      return nil
    }
    guard isOrdered(formula.program.type) else {
      log.report(.wrongExpressionType, at: value, [formula.program.type.text, "ordered"])
      return nil
    }
    return RankKey(
      value: formula, isDescending: node["order"]?.isString("descending") ?? false,
      title: node["title"]?.localized)
  }

  private func isOrdered(_ type: CELType) -> Bool {
    switch type {
    case .bool, .int, .uint, .decimal, .ratio, .string, .date, .period, .timestamp, .duration, .error: true
    case .enumeration(let name): builder.schema.enumTypes[name]?.isOrdered ?? false
    default: false
    }
  }

  private func quota(_ node: JSONNode) -> Quota? {
    builder.checkCitations(node["cites"])
    guard let size = size(node) else { return nil }
    return Quota(
      size: size, per: builder.groupKeys(node["per"], compiler),
      rounding: Quota.Rounding.allCases.first { node["rounding"]?.isString($0.name) ?? false } ?? .down,
      isCeiling: node["ceiling"]?.bool ?? false,
      applies: node["when"].flatMap { expressions.boolean($0, in: constants) },
      title: node["title"]?.localized, cites: node["cites"]?.texts ?? [])
  }

  private func size(_ node: JSONNode) -> Quota.Size? {
    if let number = node["number"] {
      if let of = node["of"] { log.report(.conflictingMembers, atKey: of, ["number, of"]) }
      return expressions.number(number, in: constants).map(Quota.Size.number)
    }
    guard let value = node["share"]?["value"], let share = expressions.number(value, in: constants) else {
      return nil
    }
    guard let of = node["of"] else { return everyRecord.map { .share(share, of: .records($0)) } }
    if of.kind == .object {
      let counted = (of["award"]?.oneOrSeveral ?? []).compactMap { awards.place(of: $0, log) }
      guard !counted.isEmpty,
        let standing = Quota.Standing.allCases.first(where: { of["as"]?.isString($0.name) ?? false })
      else { return nil }
      return .share(share, of: .awards(counted, standing))
    }
    return expressions.boolean(of, in: compiler).map { .share(share, of: .records($0)) }
  }

  private var everyRecord: Formula? {
    compiler.compile("true", expecting: .bool).0.map { Formula(text: "true", program: $0) }
  }

  private func decisions(_ node: JSONNode) -> [AuthorityCase] {
    guard node.kind == .array else {
      return authority(node).map { [AuthorityCase(applies: nil, authority: $0)] } ?? []
    }
    return node.elements.compactMap { row in
      guard let name = row["authority"].flatMap(authority) else { return nil }
      return AuthorityCase(
        applies: row["when"].flatMap { expressions.boolean($0, in: compiler) }, authority: name)
    }
  }

  private func authority(_ node: JSONNode) -> Text? {
    guard let name = node.text else { return nil }
    if authorities.contains(name) { return name }
    log.report(
      .unknownAuthority, at: node, [name], suggestion: Suggestion.nearest(to: name, among: authorities))
    return nil
  }
}
