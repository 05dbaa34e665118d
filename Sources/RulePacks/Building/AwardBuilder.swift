import CEL
import Evaluator
import JSON

/// Turns the `requires` of awards into trees over compiled rules.
struct AwardBuilder {
  let rules: RuleSet
  /// By place in `rules`: place in the compiled pack, nil for disabled and for broken rules.
  let compiledPlaces: [Int?]
  let compiled: [CompiledRule]
  let builder: RuleBuilder
  let log: DefectLog

  /// - Returns: nil where a defect was reported.
  func award(_ declaration: Declaration) -> CompiledAward? {
    let node = declaration.node
    let count = log.defects.count
    builder.checkCitations(node["cites"])
    for later in ["rankBy", "quotas", "ties"] as [Text] {
      if let member = node[later] { log.report(.comesLater, atKey: member, [later]) }
    }
    guard declaration.isSound, let on = builder.recordType(node["on"]), let requires = node["requires"],
      let compiler = builder.compilers[on.name]?.plain
    else { return nil }
    let applies = node["when"].flatMap { ExpressionBuilder(log: log).boolean($0, in: compiler) }
    let criterion = criterion(requires, declaration.name, on.name)
    guard let criterion, log.defects.count == count else { return nil }
    return CompiledAward(
      id: declaration.name, on: on.name, title: node["title"]?.localized ?? LocalizedText(vi: "", en: ""),
      cites: node["cites"]?.texts ?? [],
      isUnverified: node["confidence"]?.text == "unverified" || restsOnUnverified(criterion),
      applies: applies, requires: criterion)
  }

  /// Depth is bounded by that of the JSON text.
  private func criterion(_ node: JSONNode, _ award: Text, _ type: Text) -> Criterion? {
    if let id = node.text { return rule(id, at: node, type) }
    if let members = node["all"] { return group(members, award, type).map(Criterion.all) }
    if let members = node["any"] { return group(members, award, type).map(Criterion.any) }
    if let count = node["atLeast"] { return atLeast(count, node, award, type) }
    if let selection = node["every"] { return every(selection, award, type) }
    if let other = node["award"] { log.report(.comesLater, atKey: other, ["award"]) }
    return nil
  }

  private func rule(_ id: Text, at node: JSONNode, _ type: Text) -> Criterion? {
    guard let place = rules.place(of: id, at: node) else { return nil }
    let entry = rules.entries[place]
    if let on = entry.declaration.node["on"]?.text, on != type {
      log.report(.ruleOnOtherType, at: node, [id, on, type], related: entry.declaration.node["on"])
      return nil
    }
    guard entry.isEnabled else {
      log.report(.disabledRule, at: node, [id], related: entry.declaration.node["enabled"])
      return nil
    }
    return compiledPlaces[place].map(Criterion.rule)
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

  /// Every enabled rule of the selection on the award's record type.
  private func every(_ node: JSONNode, _ award: Text, _ type: Text) -> Criterion? {
    let severity = node["severity"]?.text.flatMap(Severity.init)
    var isEmpty = true
    var places: [Int] = []
    for (place, entry) in rules.entries.enumerated() where entry.isEnabled {
      let rule = entry.declaration.node
      let ruleSeverity = rule["severity"]?.text.flatMap(Severity.init) ?? .mandatory
      guard rule["on"]?.text == type, severity == nil || severity == ruleSeverity else { continue }
      isEmpty = false
      if let compiled = compiledPlaces[place] { places.append(compiled) }
    }
    if isEmpty { log.report(.emptyGroup, at: node, [award]) }
    return places.isEmpty ? nil : .every(Criterion.Selection(severity: severity), rules: places)
  }

  private func restsOnUnverified(_ criterion: Criterion) -> Bool {
    switch criterion {
    case .rule(let place): compiled[place].isUnverified
    case .all(let members), .any(let members), .atLeast(_, let members):
      members.contains(where: restsOnUnverified)
    case .every(_, let places): places.contains { compiled[$0].isUnverified }
    }
  }
}
