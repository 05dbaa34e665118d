import CEL
import Evaluator
import JSON

/// Turns awards into trees over compiled rules and what makes their rosters.
struct AwardBuilder {
  let rules: RuleSet
  let compiled: CompiledRules
  let awards: AwardOrder
  let hasRegister: Bool
  let builder: RuleBuilder
  /// Keys of those who decide.
  let authorities: Set<Text>
  let log: DefectLog

  /// - Returns: nil where a defect was reported.
  func award(_ declaration: Declaration) -> CompiledAward? {
    let node = declaration.node
    let count = log.defects.count
    builder.checkCitations(node["cites"])
    guard declaration.isSound, let on = builder.recordType(node["on"]), let requires = node["requires"],
      let compilers = builder.compilers[on.name]
    else { return nil }
    let compiler = compilers.plain
    let expressions = ExpressionBuilder(log: log)
    let applies = node["when"].flatMap { expressions.boolean($0, in: compiler) }
    let criterion = criterion(requires, declaration.name, on.name)
    var award = CompiledAward(
      id: declaration.name, on: on.name, title: node["title"]?.localized ?? LocalizedText(vi: "", en: ""),
      cites: node["cites"]?.texts ?? [], isUnverified: false, applies: applies, requires: .all([]),
      form: node["form"]?.text,
      subject: node["subject"].flatMap { expressions.key($0, in: compiler) },
      year: node["year"].flatMap { expressions.formula($0, in: compiler, expecting: .int) })
    RosterBuilder(
      builder: builder, compilers: compilers, awards: awards, authorities: authorities, log: log
    )
    .build(node, &award)
    let exclusions = exclusions(node, declaration.name)
    guard let criterion, log.defects.count == count else { return nil }
    award.requires = exclusions.isEmpty ? criterion : .all([criterion] + exclusions)
    award.isUnverified = node["confidence"]?.text == "unverified"
    return award
  }

  /// What keeps a subject from two awards that exclude one another.
  private func exclusions(_ node: JSONNode, _ award: Text) -> [Criterion] {
    var exclusions: [Criterion] = []
    for other in node["notWith"].map({ Array($0.elements) }) ?? [] {
      if let place = awards.place(of: other, log) { exclusions.append(.award(place, .notNominated)) }
    }
    guard node["form"] != nil else { return exclusions }
    for rival in awards.rivals[award] ?? [] {
      if let place = awards.places[rival] { exclusions.append(.award(place, .notNominated)) }
    }
    if hasRegister, let own = awards.places[award] { exclusions.append(.award(own, .notDecided)) }
    return exclusions
  }

  /// Depth is bounded by that of the JSON text.
  private func criterion(_ node: JSONNode, _ award: Text, _ type: Text) -> Criterion? {
    if let id = node.text { return rule(id, at: node, type) }
    if let members = node["all"] { return group(members, award, type).map(Criterion.all) }
    if let members = node["any"] { return group(members, award, type).map(Criterion.any) }
    if let count = node["atLeast"] { return atLeast(count, node, award, type) }
    if let selection = node["every"] { return every(selection, award, type) }
    if let other = node["award"] { return claim(other, node) }
    return nil
  }

  /// How the subject stands with another award.
  private func claim(_ other: JSONNode, _ node: JSONNode) -> Criterion? {
    guard let claim = node["as"]?.text.flatMap({ AwardClaim($0) }) else {
      log.report(.missingMember, at: node, ["as", "criterion"])
      return nil
    }
    guard let place = awards.place(of: other, log) else { return nil }
    if claim == .decided, !hasRegister {
      log.report(.noRegister, at: node)
      return nil
    }
    return .award(place, claim)
  }

  private func rule(_ id: Text, at node: JSONNode, _ type: Text) -> Criterion? {
    guard let place = rules.place(of: id, at: node) else { return nil }
    let entry = rules.entries[place]
    if let on = entry.declaration.node["on"]?.text, on != type,
      !compiled.alsoOn(place, entry.declaration.node).contains(type)
    {
      log.report(.ruleOnOtherType, at: node, [id, on, type], related: entry.declaration.node["on"])
      return nil
    }
    guard entry.isEnabled else {
      log.report(.disabledRule, at: node, [id], related: entry.declaration.node["enabled"])
      return nil
    }
    return compiled.leaves[place]?.criterion
  }

  /// All members, so that every defect among them is reported; nil where one is broken or none is there.
  private func group(_ node: JSONNode, _ award: Text, _ type: Text) -> [Criterion]? {
    if node.count == 0 { log.report(.emptyGroup, at: node, [award]) }
    let members = node.elements.map { criterion($0, award, type) }
    let sound = members.compactMap { $0 }
    return sound.count == members.count && !sound.isEmpty ? sound : nil
  }

  private func atLeast(_ count: JSONNode, _ node: JSONNode, _ award: Text, _ type: Text) -> Criterion? {
    guard let of = node["of"] else {
      log.report(.missingMember, at: node, ["of", "criterion"])
      return nil
    }
    guard let members = group(of, award, type), let least = count.int64 else { return nil }
    guard (1...Int64(members.count)).contains(least) else {
      log.report(.countOutOfRange, at: count, [Text("\(least)"), Text("\(members.count)")])
      return nil
    }
    return .atLeast(Int(least), members)
  }

  /// Every enabled rule of the selection on records of the award's type.
  private func every(_ node: JSONNode, _ award: Text, _ type: Text) -> Criterion? {
    let severity = node["severity"]?.text.flatMap(Severity.init)
    var isEmpty = true
    var places: [Int] = []
    for (place, entry) in rules.entries.enumerated() where entry.isEnabled && !compiled.isPopulation[place] {
      if let leaf = compiled.leaves[place]?.rule {
        guard compiled.rules[leaf].on == type, severity == nil || severity == compiled.rules[leaf].severity
        else { continue }
        isEmpty = false
        places.append(leaf)
        continue
      }
      // A broken rule would have been one of the selection.
      let rule = entry.declaration.node
      let ruleSeverity = rule["severity"]?.text.flatMap(Severity.init) ?? .mandatory
      if rule["on"]?.text == type, severity == nil || severity == ruleSeverity { isEmpty = false }
    }
    if isEmpty { log.report(.emptyGroup, at: node, [award]) }
    return places.isEmpty ? nil : .every(Criterion.Selection(severity: severity), rules: places)
  }
}
