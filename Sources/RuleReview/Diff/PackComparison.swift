import CEL
import Evaluator
import JSON
import RulePacks

/// Compares two states of a pack by what they mean.
public struct PackComparison {
  let old: PackSide
  let new: PackSide
  let schema: SchemaComparison
  let rules: Pairing
  let awards: Pairing
  private let parameters: Pairing
  /// Rules on many records, which are compared by their text.
  private let populations: Pairing
  private let comparison: RuleComparison
  private let days: LawDays
  /// By id in the new pack: what became of each rule.
  private(set) var outcomes: [Text: RuleComparison.Outcome] = [:]

  /// - Parameter folders: of the packs within their rules folders, each with `/` behind.
  public init(_ old: OpenPack, _ new: OpenPack, folders: (old: Text, new: Text)) {
    let types = Set(old.pack.recordTypes.map(\.name) + new.pack.recordTypes.map(\.name))
    // Shared, so that equal terms of both packs are the same term.
    let reasoners = Dictionary(uniqueKeysWithValues: types.map { ($0, Reasoner()) })
    self.old = PackSide(open: old, folder: folders.old, reasoners: reasoners)
    self.new = PackSide(open: new, folder: folders.new, reasoners: reasoners)
    schema = SchemaComparison(old.pack.schema, new.pack.schema)
    rules = Pairing(old, new) { $0.declarations.filter { $0.sort == .rule } }
    awards = Pairing(old, new) { $0.declarations.filter { $0.sort == .award } }
    parameters = Pairing(old, new) { $0.declarations.filter { $0.sort == .parameter } }
    populations = Pairing(old, new, \.populationDeclarations)
    days = LawDays(old.pack, new.pack)
    comparison = RuleComparison(old: self.old, new: self.new, schema: schema, days: days)
    for pair in rules.pairs {
      guard pair.old.isEnabled, pair.new.isEnabled, let before = old.compiled(pair.old),
        let after = new.compiled(pair.new)
      else { continue }
      outcomes[pair.new.name] = comparison.compare(before, after)
    }
    for pair in populations.pairs {
      let isSame = Self.changes(pair).isEmpty && because(pair).isEmpty
      outcomes[pair.new.name] = RuleComparison.Outcome(inclusion: isSame ? .same : .none)
    }
  }

  /// Both packs as they were compiled.
  public var packs: (old: CompiledPack, new: CompiledPack) { (old.pack, new.pack) }

  /// New ids by old ones, of rules and awards that were renamed.
  public var renames: [Text: Text] {
    rules.renames.merging(populations.renames) { rule, _ in rule }.merging(awards.renames) { rule, _ in rule }
  }

  public var diff: PackDiff {
    let changes =
      ManifestComparison(old.pack, new.pack).changes + parameterChanges + schema.differences + ruleChanges
      + awardChanges
    return PackDiff(
      pack: new.pack.id, oldVersion: old.pack.version, newVersion: new.pack.version, changes: changes)
  }

  // MARK: - Parameters

  private var parameterChanges: [PackChange] {
    var changes = parameters.pairs.compactMap { pair -> PackChange? in
      let members =
        MemberComparison(ignored: ["values"]).changes(pair.old.node.value, pair.new.node.value)
        + MemberComparison.values(pair.old.node["values"], pair.new.node["values"])
      let isReworded = pair.old.node["title"]?.value != pair.new.node["title"]?.value
      var change = PackChange(
        .parameter, pair.new.name, title: pair.new.localizedTitle, .changed,
        members.isEmpty ? .wording : nil)
      change.members = members
      change.unit = pair.new.node["unit"]?.text
      moved(&change, pair)
      return isReworded || !members.isEmpty || change.isMoved ? change : nil
    }
    changes += whole(parameters.added, .parameter, .added, nil, new)
    changes += whole(parameters.removed, .parameter, .removed, nil, old)
    return changes
  }

  // MARK: - Rules

  private var ruleChanges: [PackChange] {
    var changes = (rules.pairs + populations.pairs).compactMap(ruleChange)
    changes += whole(rules.added + populations.added, .rule, .added, .stricter, new)
    changes += whole(rules.removed + populations.removed, .rule, .removed, .looser, old)
    return changes
  }

  /// What of a rule was written anew, its words aside.
  private static func changes(_ pair: Pairing.Pair) -> [MemberChange] {
    MemberComparison(ignored: ["id"]).changes(pair.old.node.value, pair.new.node.value)
  }

  private func ruleChange(_ pair: Pairing.Pair) -> PackChange? {
    let members = Self.changes(pair)
    let isReworded = pair.isRewritten
    let outcome = outcomes[pair.new.name]
    var sort: PackChange.Sort = .changed
    if pair.old.isEnabled != pair.new.isEnabled { sort = pair.new.isEnabled ? .switchedOn : .switchedOff }
    var effect = self.effect(pair, outcome, sort, isTouched: !members.isEmpty)
    // Points rank those who meet the criteria.
    if effect == .same, members.contains(where: { $0.name.hasPrefix("points") }) { effect = .incomparable }
    var change = PackChange(.rule, pair.new.name, title: pair.new.localizedTitle, sort, effect)
    change.members = members
    change.because = because(pair)
    if change.because.isEmpty, members.isEmpty, sort == .changed, !change.isHarmless {
      change.because = templates(pair)
    }
    change.since = outcome?.since
    change.unit = pair.new.node["unit"]?.text ?? new.open.compiled(pair.new)?.check.unit
    moved(&change, pair)
    let isChanged = !members.isEmpty || isReworded || change.isMoved || sort != .changed
    return isChanged || effect != .wording ? change : nil
  }

  private func effect(
    _ pair: Pairing.Pair, _ outcome: RuleComparison.Outcome?, _ sort: PackChange.Sort, isTouched: Bool
  ) -> Effect {
    switch sort {
    case .switchedOn: return .stricter
    case .switchedOff: return .looser
    default: break
    }
    // A rule that is switched off in both packs binds nobody.
    let effect = outcome?.inclusion.effect ?? .same
    return effect == .same && !isTouched ? .wording : effect
  }

  /// Parameters, enums and fields that changed under a rule or an award.
  private func because(_ pair: Pairing.Pair) -> [Text] {
    guard let before = old.reading(of: pair.old), let after = new.reading(of: pair.new) else { return [] }
    let read = Set(after.formulas.flatMap { $0.variablesRead })
    let changed = parameters.pairs.filter { pair in
      read.contains("params." + pair.new.name)
        && pair.old.node["values"]?.value.normalized != pair.new.node["values"]?.value.normalized
    }
    return changed.map { "params." + $0.new.name }
      + schema.namesChanged(under: before.formulas + after.formulas, on: before.type)
  }

  /// The template of a rule that means something else though nothing that it says or reads was touched.
  private func templates(_ pair: Pairing.Pair) -> [Text] {
    guard let kind = pair.new.node["kind"]?.text else { return [] }
    return new.open.templates.contains { $0.name == kind } ? [kind] : []
  }

  // MARK: - Awards

  private var awardChanges: [PackChange] {
    var changes = awards.pairs.compactMap(awardChange)
    changes += whole(awards.added, .award, .added, nil, new)
    changes += whole(awards.removed, .award, .removed, nil, old)
    return changes
  }

  private func awardChange(_ pair: Pairing.Pair) -> PackChange? {
    var members = MemberComparison(ignored: ["id", "requires"])
      .changes(pair.old.node.value, pair.new.node.value)
    let before = CriterionTree(pair.old, old.open, renames: renames)
    let after = CriterionTree(pair.new, new.open)
    if before != after {
      let (was, now) = (before.ids, after.ids)
      let added = now.filter { !was.contains($0) }
      let removed = was.filter { !now.contains($0) }
      let (text, newText) = (pair.old.node["requires"]?.value, pair.new.node["requires"]?.value)
      if !added.isEmpty || !removed.isEmpty {
        members.append(MemberChange(name: "requires", content: .members(added: added, removed: removed)))
      } else if text?.normalized != newText?.normalized {
        // Of one text the same criteria in another order, as their rules stand elsewhere now.
        members.append(MemberChange(name: "requires", content: .value(before: text, after: newText)))
      }
    }
    let because =
      after.ids.filter { id in before.ids.contains(id) && inclusion(id) != .same }
      + self.because(pair)
    let isReworded = pair.isRewritten
    let effect = awardEffect(pair, before, after, isTouched: !members.isEmpty || !because.isEmpty)
    var change = PackChange(.award, pair.new.name, title: pair.new.localizedTitle, .changed, effect)
    change.members = members
    change.because = because
    moved(&change, pair)
    let isChanged = !members.isEmpty || isReworded || change.isMoved
    return isChanged || !because.isEmpty || effect != .wording ? change : nil
  }

  private func awardEffect(
    _ pair: Pairing.Pair, _ before: CriterionTree, _ after: CriterionTree, isTouched: Bool
  ) -> Effect {
    guard pair.old.node["on"]?.text == pair.new.node["on"]?.text else { return .incomparable }
    var inclusion = CriterionComparison(
      inclusion: self.inclusion, inclusionBeyond: inclusionBeyond, bindsAll: bindsAll
    ).compare(before, after)
    inclusion = inclusion.joined(scope(pair))
    // What ranks candidates, and how many are taken, decides between those who meet the criteria.
    if !listChanges(pair).isEmpty { inclusion = .none }
    let effect = inclusion.effectOnEligible
    return effect == .same && !isTouched ? .wording : effect
  }

  private static let ranking: [Text] = [
    "rankBy", "quotas", "ties", "per", "notWith", "form", "subject", "year",
  ]

  /// By award: what changed of its order and its quotas, and what they read.
  var listChanges: [Text: [Text]] {
    var changes: [Text: [Text]] = [:]
    for pair in awards.pairs { changes[pair.new.name] = listChanges(pair) }
    return changes
  }

  private func listChanges(_ pair: Pairing.Pair) -> [Text] {
    Self.ranking.filter {
      pair.old.node[$0]?.value.unworded.normalized != pair.new.node[$0]?.value.unworded.normalized
    } + because(pair)
  }

  /// What the `when` of an award became.
  private func scope(_ pair: Pairing.Pair) -> Inclusion {
    guard let before = pair.old.place.map({ old.pack.awards[$0] }),
      let after = pair.new.place.map({ new.pack.awards[$0] })
    else { return .none }
    if before.applies?.text == after.applies?.text { return .same }
    return days.compare { oldDay, newDay in
      guard let reasoner = new.reasoners[after.on],
        let was = old.condition(before.applies, on: before.on, day: oldDay),
        let now = new.condition(after.applies, on: after.on, day: newDay)
      else { return .none }
      let (grows, shrinks) = (reasoner.implies(was, now), reasoner.implies(now, was))
      return Inclusion(
        violatedGrows: grows, violatedShrinks: shrinks, satisfiedGrows: grows, satisfiedShrinks: shrinks,
        bindsSame: grows && shrinks)
    }.inclusion
  }

  /// Rules that both packs enable by what became of them; one that stands elsewhere is taken as it is.
  private func inclusion(_ id: Text) -> Inclusion { outcomes[id]?.inclusion ?? .same }

  /// A decision stands whatever the rules become; who is nominated follows the other award.
  private func inclusionBeyond(_ claim: JSONValue) -> Inclusion {
    guard claim["as"] != .string("decided"), case .string(let id)? = claim["award"] else { return .same }
    guard let pair = awards.pairs.first(where: { $0.new.name == id }) else { return .none }
    return awardChange(pair).map { $0.isHarmless ? .same : .none } ?? .same
  }

  private func bindsAll(_ id: Text) -> Bool {
    guard let pair = rules.pairs.first(where: { $0.new.name == id }) else { return false }
    let rules = [old.open.compiled(pair.old), new.open.compiled(pair.new)]
    return rules.allSatisfy { $0.map { $0.check.applies == nil && $0.period == DateSpan() } ?? false }
  }

  // MARK: - Places

  private func whole(
    _ declarations: [PackDeclaration], _ subject: PackChange.Subject, _ sort: PackChange.Sort,
    _ effect: Effect?, _ side: PackSide
  ) -> [PackChange] {
    declarations.map { declaration in
      // A rule that the committee hasn't chosen binds nobody yet.
      let binds = subject != .rule || declaration.isEnabled
      var change = PackChange(
        subject, declaration.name, title: declaration.localizedTitle, sort, binds ? effect : .same)
      change.place = PackChange.Place(declaration)
      return change
    }
  }

  private func moved(_ change: inout PackChange, _ pair: Pairing.Pair) {
    change.place = PackChange.Place(pair.new)
    if pair.old.name != pair.new.name { change.renamedFrom = pair.old.name }
    let (before, after) = (pair.old.file.below(old.folder), pair.new.file.below(new.folder))
    if before != after { change.movedFrom = pair.old.file }
  }
}

extension PackChange {
  fileprivate var isMoved: Bool { renamedFrom != nil || movedFrom != nil }
}

extension Pairing.Pair {
  /// True where any of it but the id is written otherwise.
  fileprivate var isRewritten: Bool {
    old.node.value.without(["id"]).normalized != new.node.value.without(["id"]).normalized
  }
}

extension PackChange.Place {
  init(_ declaration: PackDeclaration) {
    self.init(file: declaration.file, line: declaration.node.position.line)
  }
}

extension PackDeclaration {
  var localizedTitle: LocalizedText? {
    guard let vi = node["title"]?["vi"]?.text, let en = node["title"]?["en"]?.text else { return nil }
    return LocalizedText(vi: vi, en: en)
  }
}

extension Text {
  /// The path within a folder; outside of it the whole path.
  fileprivate func below(_ folder: Text) -> Text {
    hasPrefix(folder) ? "./" + Text(utf8: utf8.dropFirst(folder.utf8.count)) : self
  }
}
