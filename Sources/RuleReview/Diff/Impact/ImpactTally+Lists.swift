import Evaluator
import JSON
import Populations

/// What became of lists and of groups, which many records decide together.
extension ImpactTally {
  /// What both packs said of records one by one, and of all of them together.
  ///
  /// Within the nominated, and within the reserve, an order that changed is no shift.
  public func report(old before: PopulationOutcome?, new after: PopulationOutcome?) -> Impact {
    var impact = report()
    impact.rosters = subjects(
      new.awards.map { ($0.id, $0.title) }, old.awards.map { ($0.id, $0.title) }, listShifts(before, after))
    impact.groups = subjects(
      new.populationRules.map { ($0.id, $0.title) }, old.populationRules.map { ($0.id, $0.title) },
      groupShifts(before, after))
    return impact
  }

  // MARK: - Lists

  private struct Entry {
    let nominee: Nominee
    let group: [Text]

    var isNominated: Bool { nominee.status == .nominated }

    /// What may still change is worth less among the nominated, and more among the reserve.
    var worth: Int {
      switch nominee.status {
      case .nominated: nominee.isProvisional ? 5 : 6
      case .reserve: nominee.isProvisional ? 4 : 3
      case .undetermined: 2
      case .nearMiss: 1
      }
    }
  }

  private func entries(
    _ outcome: PopulationOutcome?, _ pack: CompiledPack, _ renames: [Text: Text]
  ) -> [Text: [Text: Entry]] {
    var entries: [Text: [Text: Entry]] = [:]
    for roster in outcome?.rosters ?? [] {
      let id = pack.awards[roster.award].id
      for nominee in roster.nominees {
        entries[renames[id] ?? id, default: [:]][nominee.key] = Entry(
          nominee: nominee, group: roster.group ?? [])
      }
    }
    return entries
  }

  private func listShifts(
    _ before: PopulationOutcome?, _ after: PopulationOutcome?
  ) -> [Text: [Impact.Shift]] {
    let (was, now) = (entries(before, old, renames), entries(after, new, [:]))
    var shifts: [Text: [Impact.Shift]] = [:]
    for award in Set(was.keys).union(now.keys) {
      let (was, now) = (was[award] ?? [:], now[award] ?? [:])
      var verdicts: [Text: Impact.Shift] = [:]
      for shift in awards[award] ?? [] { verdicts[shift.record] = shift }
      let found = Set(was.keys).union(now.keys).sorted().compactMap {
        listShift(award, $0, was[$0], now[$0], verdict: verdicts[$0])
      }
      if !found.isEmpty { shifts[award] = found }
    }
    return shifts
  }

  private func listShift(
    _ award: Text, _ key: Text, _ was: Entry?, _ now: Entry?, verdict: Impact.Shift?
  ) -> Impact.Shift? {
    guard was?.worth != now?.worth else { return nil }
    let turn = Self.turn(was, now)
    if let verdict, verdict.turn == turn { return nil }
    var shift = Impact.Shift(
      record: key, place: "", before: was?.nominee.status.name, after: now?.nominee.status.name, turn: turn,
      isLoss: (now?.worth ?? 0) < (was?.worth ?? 0), by: verdict?.by ?? listChanges[award] ?? [])
    shift.group = now?.group ?? was?.group ?? []
    shift.provisional = (was?.nominee.isProvisional ?? false, now?.nominee.isProvisional ?? false)
    return shift
  }

  private static func turn(_ before: Entry?, _ after: Entry?) -> Impact.Turn {
    let wasNominated = before?.isNominated ?? false
    switch after?.nominee.status {
    case .nominated: return wasNominated && after?.nominee.isProvisional ?? false ? .undecided : .gains
    case .undetermined: return .undecided
    case .reserve: return wasNominated ? .loses : .otherwise
    case .nearMiss, nil: return before.map { $0.worth > 1 } ?? false ? .loses : .otherwise
    }
  }

  // MARK: - Groups

  private struct GroupName: Hashable {
    let rule: Text
    let group: [Text]
  }

  private func outcomes(
    _ outcome: PopulationOutcome?, _ pack: CompiledPack, _ renames: [Text: Text]
  ) -> [GroupName: Outcome] {
    var outcomes: [GroupName: Outcome] = [:]
    for group in outcome?.groups ?? [] {
      let id = pack.populationRules[group.rule].id
      outcomes[GroupName(rule: renames[id] ?? id, group: group.group)] = group.outcome
    }
    return outcomes
  }

  private func groupShifts(
    _ before: PopulationOutcome?, _ after: PopulationOutcome?
  ) -> [Text: [Impact.Shift]] {
    let (was, now) = (outcomes(before, old, renames), outcomes(after, new, [:]))
    var shifts: [Text: [Impact.Shift]] = [:]
    for name in Set(was.keys).union(now.keys).sorted(by: { $0.group.lexicographicallyPrecedes($1.group) })
    where was[name] != now[name] {
      var shift = Impact.Shift(
        record: "", place: "", before: was[name]?.name, after: now[name]?.name,
        turn: Self.turn(was[name], now[name]), isLoss: now[name] == .violated, by: [])
      shift.group = name.group
      shifts[name.rule, default: []].append(shift)
    }
    return shifts
  }
}
