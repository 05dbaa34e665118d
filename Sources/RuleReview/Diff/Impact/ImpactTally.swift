import CEL
import Evaluator
import JSON

/// Counts what differs between what two states of a pack say of records.
public struct ImpactTally {
  let old: CompiledPack
  let new: CompiledPack
  let renames: [Text: Text]
  /// Rules of each award by id, ids as the new pack has them.
  private let oldRules: [Text: Set<Text>]
  private let newRules: [Text: Set<Text>]
  /// By award, what changed of its order and quotas and under them.
  let listChanges: [Text: [Text]]
  private(set) var awards: [Text: [Impact.Shift]] = [:]
  private var rules: [Text: [Impact.Shift]] = [:]
  private(set) var impact = Impact()

  public init(_ comparison: PackComparison) {
    old = comparison.old.pack
    new = comparison.new.pack
    renames = comparison.renames
    listChanges = comparison.listChanges
    oldRules = Self.rules(of: old, comparison.renames)
    newRules = Self.rules(of: new, [:])
  }

  private static func rules(of pack: CompiledPack, _ renames: [Text: Text]) -> [Text: Set<Text>] {
    var rules: [Text: Set<Text>] = [:]
    for award in pack.awards {
      let ids = pack.ids(award.requires.leaves)
      rules[renames[award.id] ?? award.id] = Set(ids.map { renames[$0] ?? $0 })
    }
    return rules
  }

  /// Takes what each pack says of one record; nil where it rejects it.
  public mutating func add(key: Text, place: Text, old was: RecordResult?, new now: RecordResult?) {
    impact.records += 1
    guard was != nil || now != nil else {
      impact.rejectedByBoth += 1
      return
    }
    if was == nil || now == nil {
      impact.rejections.append(
        Impact.Shift(
          record: key, place: place, before: was.map { _ in "judged" }, after: now.map { _ in "judged" },
          turn: now == nil ? .loses : .otherwise, isLoss: now == nil, by: []))
    }
    let outcomes = (old: self.outcomes(was, old, renames), new: self.outcomes(now, new, [:]))
    addRules(key, place, outcomes.old, outcomes.new)
    addAwards(key, place, Judged(was, outcomes.old), Judged(now, outcomes.new))
  }

  /// What both packs said, award by award and rule by rule.
  public func report() -> Impact {
    var impact = impact
    impact.awards = subjects(
      new.awards.map { ($0.id, $0.title) }, old.awards.map { ($0.id, $0.title) }, awards)
    impact.rules = subjects(new.rules.map { ($0.id, $0.title) }, old.rules.map { ($0.id, $0.title) }, rules)
    return impact
  }

  /// In order of the new pack, what only the old one has after that.
  func subjects(
    _ new: [(id: Text, title: LocalizedText)], _ old: [(id: Text, title: LocalizedText)],
    _ shifts: [Text: [Impact.Shift]]
  ) -> [Impact.Subject] {
    var seen: Set<Text> = []
    return (new + old.map { (renames[$0.id] ?? $0.id, $0.title) }).compactMap { name in
      guard let found = shifts[name.id], seen.insert(name.id).inserted else { return nil }
      return Impact.Subject(id: name.id, title: name.title, shifts: found)
    }
  }

  private struct Judged {
    let result: RecordResult?
    let outcomes: [Text: Outcome]
    init(_ result: RecordResult?, _ outcomes: [Text: Outcome]) {
      self.result = result
      self.outcomes = outcomes
    }
  }

  private func outcomes(
    _ result: RecordResult?, _ pack: CompiledPack, _ renames: [Text: Text]
  ) -> [Text: Outcome] {
    var outcomes: [Text: Outcome] = [:]
    for finding in result?.findings ?? [] {
      let id = pack.rules[finding.rule].id
      outcomes[renames[id] ?? id] = finding.outcome
    }
    return outcomes
  }

  private mutating func addRules(
    _ key: Text, _ place: Text, _ before: [Text: Outcome], _ after: [Text: Outcome]
  ) {
    for id in Set(before.keys).union(after.keys) where before[id] != after[id] {
      let (was, now) = (before[id], after[id])
      rules[id, default: []].append(
        Impact.Shift(
          record: key, place: place, before: was?.name, after: now?.name, turn: Self.turn(was, now),
          isLoss: now == .violated, by: []))
    }
  }

  static func turn(_ before: Outcome?, _ after: Outcome?) -> Impact.Turn {
    switch (before, after) {
    case (_, .violated): .loses
    case (_, .undetermined), (_, .notYetDue): .undecided
    case (_, .satisfied), (.violated, _): .gains
    default: .otherwise
    }
  }

  private mutating func addAwards(_ key: Text, _ place: Text, _ before: Judged, _ after: Judged) {
    let was = verdicts(before.result, old, renames)
    let now = verdicts(after.result, new, [:])
    for id in Set(was.keys).union(now.keys) where was[id]?.standing != now[id]?.standing {
      let (one, other) = (was[id]?.standing, now[id]?.standing)
      awards[id, default: []].append(
        Impact.Shift(
          record: key, place: place, before: one?.name, after: other?.name, turn: Self.turn(one, other),
          isLoss: Self.rank(other) < Self.rank(one),
          by: by(id, was[id]?.because ?? [], now[id]?.because ?? [], before, after)))
    }
  }

  private func verdicts(
    _ result: RecordResult?, _ pack: CompiledPack, _ renames: [Text: Text]
  ) -> [Text: (standing: Verdict.Standing, because: [Text])] {
    var verdicts: [Text: (standing: Verdict.Standing, because: [Text])] = [:]
    for verdict in result?.verdicts ?? [] {
      let id = pack.awards[verdict.award].id
      let because = pack.ids(verdict.because)
      verdicts[renames[id] ?? id] = (verdict.standing, because.map { renames[$0] ?? $0 })
    }
    return verdicts
  }

  /// The rules that stood, or stand, in the way and say something else than before, or were not asked before.
  private func by(
    _ award: Text, _ was: [Text], _ now: [Text], _ before: Judged, _ after: Judged
  ) -> [Text] {
    let asked = (oldRules[award] ?? []).intersection(newRules[award] ?? [])
    let blocking = Set(was).symmetricDifference(now)
    let made = blocking.filter { !asked.contains($0) || before.outcomes[$0] != after.outcomes[$0] }
    return (made.isEmpty ? blocking : made).sorted()
  }

  private static func turn(_ before: Verdict.Standing?, _ after: Verdict.Standing?) -> Impact.Turn {
    if after == .eligible { return .gains }
    if after == .undetermined { return .undecided }
    return rank(before) > 0 ? .loses : .otherwise
  }

  private static func rank(_ standing: Verdict.Standing?) -> Int {
    switch standing {
    case .eligible: 2
    case .undetermined: 1
    case .ineligible, .notApplicable, nil: 0
    }
  }
}

extension CompiledPack {
  /// The ids of the rules and awards behind a verdict.
  fileprivate func ids(_ because: [Criterion.Leaf]) -> [Text] {
    because.map { leaf in
      switch leaf {
      case .rule(let place): rules[place].id
      case .population(let place): populationRules[place].id
      case .award(let place, _): awards[place].id
      }
    }
  }
}
