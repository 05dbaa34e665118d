import CEL
import JSON

/// How many parts of each kind the pack has: places must lie below.
struct StoredCounts {
  var rules: Int
  var populationRules: Int
  var awards: Int
}

extension StoredPackReader {
  func award(_ node: JSONNode, _ counts: StoredCounts) throws(StoredPackError) -> CompiledAward {
    let on = try node.text("on")
    guard let ties = TieRule.allCases.first(where: { node["ties"]?.isString($0.name) ?? false }) else {
      throw node.failure("ties")
    }
    return CompiledAward(
      id: try node.text("id"), on: on, title: try node.member("title").localized(),
      cites: try node.texts("cites"), isUnverified: node.flag("unverified", default: false),
      applies: try optional(node, "when", on, .bool),
      requires: try criterion(try node.member("requires"), counts), form: node["form"]?.text,
      subject: try optional(node, "subject", on), year: try optional(node, "year", on),
      rankBy: try rankKeys(node, on), per: try groupKeys(node, "per", on),
      quotas: try quotas(node, on, counts), ties: ties, decidedBy: try decisions(node, on))
  }

  private func rankKeys(_ node: JSONNode, _ on: Text) throws(StoredPackError) -> [RankKey] {
    var keys: [RankKey] = []
    for key in try node.member("rankBy").elements {
      keys.append(
        RankKey(
          value: try formula(try key.member("value"), on),
          isDescending: key.flag("descending", default: false), title: try key["title"]?.localized()))
    }
    return keys
  }

  func groupKeys(_ node: JSONNode, _ name: StaticString, _ on: Text) throws(StoredPackError) -> [GroupKey] {
    var keys: [GroupKey] = []
    for key in try node.member(name).elements {
      keys.append(GroupKey(name: try key.text("name"), value: try formula(try key.member("value"), on)))
    }
    return keys
  }

  private func decisions(_ node: JSONNode, _ on: Text) throws(StoredPackError) -> [AuthorityCase] {
    var decisions: [AuthorityCase] = []
    for decision in try node.member("decidedBy").elements {
      decisions.append(
        AuthorityCase(
          applies: try optional(decision, "when", on, .bool), authority: try decision.text("authority")))
    }
    return decisions
  }

  private func quotas(
    _ node: JSONNode, _ on: Text, _ counts: StoredCounts
  ) throws(StoredPackError) -> [Quota] {
    var quotas: [Quota] = []
    for quota in try node.member("quotas").elements {
      guard
        let rounding = Quota.Rounding.allCases.first(where: { quota["rounding"]?.isString($0.name) ?? false })
      else { throw quota.failure("rounding") }
      quotas.append(
        Quota(
          size: try size(quota, on, counts), per: try groupKeys(quota, "per", on), rounding: rounding,
          isCeiling: quota.flag("ceiling", default: false),
          applies: try optional(quota, "when", "", .bool), title: try quota["title"]?.localized(),
          cites: try quota.texts("cites")))
    }
    return quotas
  }

  private func size(
    _ node: JSONNode, _ on: Text, _ counts: StoredCounts
  ) throws(StoredPackError) -> Quota.Size {
    if let number = node["number"] { return .number(try formula(number, "")) }
    let share = try formula(try node.member("share"), "")
    if let base = node["of"] { return .share(share, of: .records(try formula(base, on, .bool))) }
    guard let standing = Quota.Standing.allCases.first(where: { node["as"]?.isString($0.name) ?? false })
    else {
      throw node.failure("as")
    }
    return .share(share, of: .awards(try places(try node.member("awards"), counts.awards), standing))
  }

  /// Depth is bounded by that of the JSON text.
  private func criterion(_ node: JSONNode, _ counts: StoredCounts) throws(StoredPackError) -> Criterion {
    if node.kind == .number { return .rule(try place(node, counts.rules)) }
    if let rule = node["population"] { return .population(try place(rule, counts.populationRules)) }
    if let award = node["award"] {
      guard let claim = AwardClaim(try node.text("as")) else { throw node.failure("as") }
      return .award(try place(award, counts.awards), claim)
    }
    if let members = node["all"] { return .all(try criteria(members, counts)) }
    if let members = node["any"] { return .any(try criteria(members, counts)) }
    if node["atLeast"] != nil {
      return .atLeast(try node.int("atLeast"), try criteria(try node.member("of"), counts))
    }
    let severity = try node.member("every")["severity"]?.text.flatMap(Severity.init)
    return .every(
      Criterion.Selection(severity: severity), rules: try places(try node.member("rules"), counts.rules))
  }

  private func criteria(_ node: JSONNode, _ counts: StoredCounts) throws(StoredPackError) -> [Criterion] {
    var criteria: [Criterion] = []
    for member in node.elements { criteria.append(try criterion(member, counts)) }
    return criteria
  }

  func places(_ node: JSONNode, _ count: Int) throws(StoredPackError) -> [Int] {
    var places: [Int] = []
    for element in node.elements { places.append(try place(element, count)) }
    return places
  }

  func place(_ node: JSONNode, _ count: Int) throws(StoredPackError) -> Int {
    guard let place = node.int64.flatMap(Int.init(exactly:)), (0..<count).contains(place) else {
      throw node.failure("place")
    }
    return place
  }
}
