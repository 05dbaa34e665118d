import CEL
import Evaluator
import JSON

/// Makes the rosters of one award, once all that it waits for is known.
struct AwardDecision {
  let reader: CandidateReader
  let evaluator: PackEvaluator
  let state: AwardState
  let capacities: CapacityReader
  /// What is known of the leaves of a candidate that look beyond it.
  let beyond: (Candidate) -> (Criterion.Leaf) -> LeafResult
  /// How the records of a quota stand with the award that it counts.
  let base: (QuotaState, Quota) -> StandingCounts

  private var award: CompiledAward { reader.award }

  func decided() -> (rosters: [Roster], standings: AwardStandings) {
    var standings = AwardStandings(state)
    var rosters = RosterSet()
    for (group, count) in state.ineligible { rosters[group].ineligible += count }
    var candidates = state.candidates
    // Places rather than candidates are moved about: there may be a million.
    var running: [Int] = []
    for place in candidates.indices {
      if let waiting = candidates[place].waiting {
        candidates[place] = settled(candidates[place], waiting.basis)
      }
      switch candidates[place].verdict.standing {
      case .eligible, .undetermined: running.append(place)
      case .ineligible where candidates[place].obstacle != nil:
        rosters[candidates[place].group].near.append(place)
      case .ineligible: if let group = candidates[place].group { rosters[group].ineligible += 1 }
      case .notApplicable: break
      }
    }
    let order = CandidateOrder(award)
    running.sort { order.precedes(candidates[$0], candidates[$1]) }
    // Without a formula the subject is the record itself.
    let subjects = award.subject.map { _ in SubjectContest(candidates, order: running) }
    if let subjects { running = subjects.running }
    let places = slots(of: candidates, running)
    var entries = entries(candidates, running, order, places)
    for index in (subjects?.rivals ?? [:]).keys { entries[index].hasRivals = true }
    var contest = Contest(
      places.capacities, quotas: reader.quotasInForce.count, ties: award.ties, rejected: state.lost.most)
    let results = contest.run(entries)
    for (index, place) in running.enumerated() {
      let candidate = candidates[place]
      rosters[candidate.group].running.append(index)
      guard reader.isAwaited else { continue }
      let isOpen = !runsSurely(candidate)
      standings.add(
        AwardStandings.Mark(
          key: candidate.key, isEligible: isOpen ? nil : true, isNominated: results[index].isNominated,
          isSure: results[index].isSure, isPossible: results[index].isPossible,
          missing: candidate.verdict.missing), candidate)
    }
    for (place, best) in subjects?.superseded ?? [] {
      let candidate = candidates[place]
      rosters[candidate.group].superseded.append((place, candidates[best].key))
      guard reader.isAwaited else { continue }
      standings.add(
        AwardStandings.Mark(
          key: candidate.key, isEligible: false, isNominated: false, isSure: false, isPossible: false,
          missing: []),
        candidate)
    }
    guard award.hasRoster else { return ([], standings) }
    let writer = RosterWriter(
      place: reader.place, award: award, quotas: reader.quotasInForce, candidates: candidates,
      running: running, entries: entries, results: results, rivals: subjects?.rivals ?? [:],
      capacities: places.capacities,
      openCounts: places.open, lost: state.lost)
    return (rosters.sorted.map { writer.roster($0.group, $0.part) }, standings)
  }

  /// False for one who is open, or eligible without telling whom it is for: another may count for the same subject.
  private func runsSurely(_ candidate: Candidate) -> Bool {
    candidate.verdict.standing == .eligible && (award.subject == nil || candidate.subject != nil)
  }

  /// The verdict of a candidate that waits for others.
  private func settled(_ candidate: Candidate, _ basis: AwardBasis) -> Candidate {
    let known = beyond(candidate)
    let verdict = evaluator.verdict(of: reader.place, on: basis, beyond: known)
    let leaf = evaluator.onlyObstacle(to: verdict, on: basis, beyond: known)
    let obstacle = leaf.map { leaf in
      Candidate.Obstacle(leaf: leaf, finding: leaf.rule.flatMap { basis.finding(of: $0) })
    }
    return candidate.settled(verdict, obstacle)
  }

  private struct Slots {
    var capacities: [Capacity] = []
    /// By slot: records whose counting is open, where that tells on the capacity.
    var open: [MemberList] = []
    /// By quota in force, then by group.
    var places: [[[Text]: Int]] = []
  }

  private func slots(of candidates: [Candidate], _ running: [Int]) -> Slots {
    var slots = Slots()
    for quota in reader.quotasInForce {
      var places: [[Text]: Int] = [:]
      let own = state.quotas[quota]
      let bases = base(own, award.quotas[quota])
      let isCounted = !award.quotas[quota].countedAwards.isEmpty
      for candidate in running {
        guard let group = candidates[candidate].quotaGroups[quota], places[group] == nil else { continue }
        places[group] = slots.capacities.count
        let counted = isCounted ? bases.base(of: group, state.lost) : own.base(of: group, state.lost)
        let capacity = capacities.capacity(of: award.quotas[quota], base: counted)
        slots.capacities.append(capacity)
        let open = isCounted ? bases.open : own.open
        slots.open.append(capacity.least < capacity.most ? open.list(of: group) : MemberList())
      }
      slots.places.append(places)
    }
    return slots
  }

  private func entries(
    _ candidates: [Candidate], _ running: [Int], _ order: CandidateOrder, _ slots: Slots
  ) -> [Contest.Entry] {
    var entries: [Contest.Entry] = []
    entries.reserveCapacity(running.count)
    var block = 0
    for (index, place) in running.enumerated() {
      let candidate = candidates[place]
      if index > 0, order.ranking(candidates[running[index - 1]], candidate) != .equal { block += 1 }
      let places = zip(reader.quotasInForce, slots.places).map { quota, places in
        candidate.quotaGroups[quota].flatMap { places[$0] }
      }
      let isEligible = runsSurely(candidate)
      entries.append(
        Contest.Entry(
          isEligible: isEligible, slots: places, block: block,
          isUnranked: !isEligible && candidate.rank.contains { $0 == nil }))
    }
    return entries
  }
}

/// Candidates by roster, before they are placed.
struct RosterSet {
  struct Part {
    /// Places among those who run, in rank order.
    var running: [Int] = []
    /// Places among all candidates.
    var near: [Int] = []
    /// Places among all candidates, with the key of the one that counts for the same subject.
    var superseded: [(place: Int, by: Text)] = []
    var ineligible = 0
  }

  private var parts: [[Text]: Part] = [:]
  private var unplaced = Part()

  subscript(group: [Text]?) -> Part {
    get { group.map { parts[$0] ?? Part() } ?? unplaced }
    _modify {
      if let group {
        yield &parts[group, default: Part()]
      } else {
        yield &unplaced
      }
    }
  }

  /// In order of the groups' names; those of no known group last.
  var sorted: [(group: [Text]?, part: Part)] {
    var sorted: [(group: [Text]?, part: Part)] = []
    for group in parts.keys.sorted(by: { $0.precedes($1) }) { sorted.append((group, self[group])) }
    if !unplaced.running.isEmpty || !unplaced.near.isEmpty || !unplaced.superseded.isEmpty {
      sorted.append((nil, unplaced))
    }
    return sorted
  }
}
