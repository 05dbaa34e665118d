import CEL
import Evaluator
import JSON

/// What many records decide together, and what that means for each.
public struct PopulationOutcome {
  /// By rule in order of the pack, then by name.
  public private(set) var groups: [GroupFinding] = []
  /// By award in order of the pack, then by name.
  public private(set) var rosters: [Roster] = []
  private let evaluator: PackEvaluator
  private let forms: RecordForms
  private let readers: [MemberReader]
  private let candidates: [CandidateReader]
  private let rules: [RuleState]
  private let decisions: Decisions
  private let groupNames: GroupNames
  private var findings: [[[Text]: GroupFinding]] = []
  /// By place of the award, as far as they are decided.
  private var standings: [AwardStandings] = []

  init(
    _ evaluator: PackEvaluator, _ forms: RecordForms, readers: [MemberReader], candidates: [CandidateReader],
    rules: [RuleState],
    awards: [AwardState], decisions: Decisions, groupNames: GroupNames
  ) {
    self.evaluator = evaluator
    self.forms = forms
    self.readers = readers
    self.candidates = candidates
    self.rules = rules
    self.decisions = decisions
    self.groupNames = groupNames
    let constants = evaluator.constants(on: evaluator.referenceDay)
    for (place, rule) in rules.enumerated() { judge(place, rule, constants) }
    // An award comes after those that it waits for.
    for (place, state) in awards.enumerated() { decide(place, state, CapacityReader(constants: constants)) }
  }

  private mutating func judge(_ place: Int, _ state: RuleState, _ constants: Activation) {
    let rule = readers[place].rule
    let check = rule.check
    var limit: [(name: Text, value: Value)] = []
    for bound in check.requires.bounds { limit.append((bound.name, bound.value.program.evaluate(constants))) }
    var own: [[Text]: GroupFinding] = [:]
    for group in state.groups.keys.sorted(by: { $0.precedes($1) }) {
      guard var finding = state.state(of: group)?.finding(of: check.aggregation, against: limit) else {
        continue
      }
      finding.rule = place
      finding.group = group
      finding.names = groupNames.names(
        of: group, check.groupBy, on: rule.on, group: rule.group, in: evaluator.pack)
      own[group] = finding
      groups.append(finding)
    }
    findings.append(own)
  }

  private mutating func decide(_ place: Int, _ state: AwardState, _ capacities: CapacityReader) {
    let reader = candidates[place]
    guard !reader.isIdle else {
      standings.append(AwardStandings(state))
      return
    }
    let outcome = self
    let decision = AwardDecision(
      reader: reader, evaluator: evaluator, state: state, capacities: capacities,
      beyond: { candidate in { outcome.known($0, of: candidate, reader) } }, base: { outcome.base($0, $1) })
    let (rosters, standings) = decision.decided()
    for var roster in rosters {
      roster.names = groupNames.names(
        of: roster.group ?? [], reader.award.per, on: reader.award.on, in: evaluator.pack)
      self.rosters.append(roster)
    }
    self.standings.append(standings)
  }

  /// How many records of each group stand so with another award.
  private func base(_ state: QuotaState, _ quota: Quota) -> StandingCounts {
    var counts = StandingCounts()
    guard case .share(_, of: .awards(let others, let standing)) = quota.size else { return counts }
    for entry in state.standing {
      switch standing {
      case .eligible, .nominated:
        let marks = others.compactMap { standings[$0].mark(of: entry.ordinal) }
        let isNominated = standing == .nominated
        counts.add(
          entry.group, entry.key,
          isSure: marks.contains { isNominated ? $0.isSure : $0.isEligible == true },
          isActual: marks.contains { isNominated ? $0.isNominated : $0.isEligible == true },
          isPossible: marks.contains { isNominated ? $0.isPossible : $0.isEligible != false })
      case .decided:
        let held = zip(others, entry.holders).map { other, holder in
          holder.map { decisions.holds(name(of: other), $0) } ?? nil
        }
        let holds = held.contains(true)
        counts.add(
          entry.group, entry.key, isSure: holds, isActual: holds,
          isPossible: held.contains { $0 != false })
      }
    }
    return counts
  }

  /// What the register calls an award.
  private func name(of award: Int) -> Text {
    evaluator.pack.awards[award].form ?? evaluator.pack.awards[award].id
  }

  /// What a record's leaves come to that look beyond it.
  private func known(
    _ leaf: Criterion.Leaf, of candidate: Candidate, _ reader: CandidateReader
  ) -> LeafResult {
    switch leaf {
    case .rule: .open
    case .population(let place): population(place, of: candidate, reader)
    case .award(let other, let claim): self.claim(claim, on: other, candidate.subject)
    }
  }

  private func population(
    _ place: Int, of candidate: Candidate, _ reader: CandidateReader
  ) -> LeafResult {
    guard let waiting = candidate.waiting, let index = reader.populations.firstIndex(of: place) else {
      return .open
    }
    return population(place, on: reader.award.on, key: candidate.key) { waiting.groups[index] }
  }

  /// - Parameters:
  ///   - type: of a record.
  ///   - group: the one that the record belongs to, where that is known.
  private func population(_ place: Int, on type: Text, key: Text, group: () -> [Text]?) -> LeafResult {
    let rule = readers[place].rule
    if case .partition(_, let covers) = rule.check.aggregation, covers == type, rule.on != covers {
      return rules[place].placing(of: key)
    }
    guard let group = group() else { return .open }
    return findings[place][group]?.leaf ?? .open
  }

  private func claim(_ claim: AwardClaim, on other: Int, _ subject: SubjectYear?) -> LeafResult {
    guard let subject else { return .open }
    let holds = decisions.isGiven ? decisions.holds(name(of: other), subject) : false
    switch claim {
    case .decided: return decisions.isGiven ? leaf(holds, []) : leaf(nil, [])
    case .notDecided: return leaf(holds.map { !$0 }, [])
    case .nominated, .notNominated:
      let (nominated, missing) = standings[other].isNominated(subject, as: evaluator.pack.awards[other].id)
      let either: Bool? = holds == true || nominated == true ? true : holds == nil ? nil : nominated
      return leaf(claim == .nominated ? either : either.map { !$0 }, missing)
    }
  }

  private func leaf(_ truth: Bool?, _ missing: [Text]) -> LeafResult {
    switch truth {
    case true?: LeafResult(.satisfied)
    case false?: LeafResult(.violated)
    case nil: LeafResult([.satisfied, .violated], missing: missing.isEmpty ? ["register"] : missing)
    }
  }

  /// The result of a record with all verdicts that waited for others.
  public func settled(_ result: RecordResult, key: Text) -> RecordResult {
    guard !result.beyond.isEmpty else { return result }
    let record = JudgedRecord(result, key: key, evaluator, forms)
    var settled = result
    settled.verdicts = result.verdicts.map { old in
      let award = evaluator.pack.awards[old.award]
      guard award.requires.hasLeaf(where: { $0.rule == nil }) else { return old }
      let known = beyond(old.award, record)
      return evaluator.verdict(of: old.award, in: result) { leaf in
        let known = known(leaf)
        settled.beyond[leaf] = known
        return known
      }
    }
    return settled
  }

  /// What the leaves of an award that look beyond a record come to; the record's findings and verdicts are not asked for.
  public func beyond<Record: CountedRecord>(
    _ award: Int, _ record: Record
  ) -> (Criterion.Leaf) -> LeafResult {
    let subject = candidates[award].subject(of: record)
    return { leaf in
      switch leaf {
      case .rule: .open
      case .population(let place):
        population(place, on: record.type.name, key: record.key) { readers[place].group(of: record) }
      case .award(let other, let claim): self.claim(claim, on: other, subject)
      }
    }
  }
}
