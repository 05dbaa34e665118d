import CEL
import Evaluator
import JSON

/// Reads records as candidates of one award.
final class CandidateReader: Sendable {
  let place: Int
  let award: CompiledAward
  private let evaluator: PackEvaluator
  private let forms: [CandidateForm]
  private let form: CandidateForm
  /// Rules on many records that the award asks for.
  let populations: [Int]
  /// True where the verdict waits for other records.
  private let waits: Bool
  /// True where others ask how candidates stand.
  let isAwaited: Bool
  /// Quotas in force.
  let quotasInForce: [Int]

  init(_ place: Int, of evaluator: PackEvaluator, _ forms: RecordForms) {
    self.place = place
    self.evaluator = evaluator
    self.forms = forms.candidates
    form = forms.candidates[place]
    award = evaluator.pack.awards[place]
    populations = award.requires.leaves.compactMap { leaf in
      if case .population(let place) = leaf { place } else { nil }
    }
    waits = award.requires.hasLeaf { $0.rule == nil }
    isAwaited = evaluator.pack.isAwaited(place)
    let constants = evaluator.constants(on: evaluator.referenceDay)
    let quotas = award.quotas
    quotasInForce = quotas.indices.filter { place in
      quotas[place].applies.map { Truth($0.program.evaluate(constants)) == .yes } ?? true
    }
  }

  /// True where nobody asks for more than each record's own verdict.
  var isIdle: Bool { !award.hasRoster && !isAwaited }

  func concerns(_ type: RecordType) -> Bool { award.on == type.name && !isIdle }

  /// False for a rejected record to which, by what of it could be read, the award does not apply, and which no quota of it
  /// counts.
  func mayConcern(_ readable: RecordValue) -> Bool {
    guard let applies = award.applies else { return true }
    let lawDate: CivilDate
    switch evaluator.lawDateOf(readable) {
    case .success(let day), .failure(.noRuleInForce(_, let day)): lawDate = day
    case .failure: return true
    }
    var formulas = [applies]
    for quota in award.quotas {
      switch quota.size {
      case .share(_, of: .records(let counted)): formulas.append(counted)
      case .share(_, of: .awards): return true
      case .number: break
      }
    }
    // What is not given may well be there, and no score is made of a part of the findings.
    guard !formulas.contains(where: { $0.readsScores || $0.asksWhatIsGiven }) else { return true }
    let activation = evaluator.activation(for: readable.unjoined, on: lawDate)
    return formulas.contains { Truth($0.program.evaluate(activation)) != .no }
  }

  /// False where reading the record adds but to counts.
  func mayNominate(_ result: RecordResult) -> Bool {
    if award.quotas.contains(where: { !$0.countedAwards.isEmpty }) { return true }
    guard let verdict = result.verdicts.first(where: { $0.award == place }) else { return false }
    switch verdict.standing {
    case .eligible, .undetermined: return true
    case .ineligible: return verdict.because.count == 1
    case .notApplicable: return false
    }
  }

  /// - Parameter groups: by rule on many records, the group that a record belongs to.
  func read(
    _ record: some CountedRecord, ordinal: Int, _ state: inout AwardState, _ names: inout NameStore,
    groups: (Int) -> [Text]?
  ) {
    guard let verdict = record.verdict(of: place) else { return }
    var missing: Set<Text> = []
    func value(_ formula: Int) -> Value { record.value(.candidate(award: place, formula)) }
    func texts(_ keys: [Int]) -> [Text]? {
      var texts: [Text] = []
      var isKnown = true
      for key in keys {
        let value = value(key)
        if case .unknown(let unknown) = value { missing.formUnion(unknown.paths) }
        if let text = value.keyText { texts.append(text) } else { isKnown = false }
      }
      return isKnown ? names.shared(texts) : nil
    }
    let quotaGroups = form.quotas.map { texts($0.group) }
    count(record, ordinal: ordinal, quotaGroups, &state)
    guard verdict.standing != .notApplicable else { return }
    let group = texts(form.group)
    let subject = subject(of: record)
    if subject == nil {
      for formula in [form.subject, form.year] {
        if case .unknown(let unknown)? = formula.map(value) { missing.formUnion(unknown.paths) }
      }
    }
    let mayHaveObstacle = verdict.standing == .ineligible && verdict.because.count == 1
    let basis = waits || mayHaveObstacle ? record.basis(of: place) : nil
    var obstacle: Candidate.Obstacle?
    if verdict.standing == .ineligible {
      let leaf = basis.flatMap {
        evaluator.onlyObstacle(to: verdict, on: $0) { _ in LeafResult(.satisfied) }
      }
      guard let leaf else {
        state.addIneligible(group)
        return
      }
      obstacle = Candidate.Obstacle(leaf: leaf, finding: leaf.rule.flatMap { basis?.finding(of: $0) })
    }
    let waiting = waits ? basis.map { names.waiting($0, groups: populations.map(groups)) } : nil
    state.add(
      Candidate(
        key: record.key, name: record.name, ordinal: ordinal, verdict: verdict, group: group,
        quotaGroups: quotaGroups, rank: form.rank.map { Self.known(value($0)) }, subject: subject,
        authority: authority(of: record), waiting: waiting, obstacle: obstacle,
        groupMissing: missing.sorted()))
  }

  /// Counts the record in what shares are taken of.
  private func count(
    _ record: some CountedRecord, ordinal: Int, _ groups: [[Text]?], _ state: inout AwardState
  ) {
    for (quota, group) in zip(award.quotas.indices, groups) {
      guard case .share(_, let base) = award.quotas[quota].size else { continue }
      switch base {
      case .records:
        guard let counted = form.quotas[quota].counted else { continue }
        let truth = Truth(record.value(.candidate(award: place, counted)))
        state.quotas[quota].add(truth, group, key: record.key)
      case .awards(let others, _):
        state.quotas[quota].add(
          QuotaState.Standing(
            key: record.key, ordinal: ordinal, group: group,
            holders: others.map { subject(of: record, as: $0) }))
      }
    }
  }

  /// Who receives the award and for which year; nil where that is not known.
  func subject(of record: some CountedRecord) -> SubjectYear? { subject(of: record, as: place) }

  /// The same of any award.
  private func subject(of record: some CountedRecord, as award: Int) -> SubjectYear? {
    let form = forms[award]
    func value(_ formula: Int) -> Value { record.value(.candidate(award: award, formula)) }
    let subject = form.subject.map { value($0).keyText } ?? record.key
    guard let subject else { return nil }
    guard let formula = form.year else {
      return SubjectYear(subject: subject, year: Int64(record.lawDate.year))
    }
    guard case .int(let year) = value(formula) else { return nil }
    return SubjectYear(subject: subject, year: year)
  }

  private func authority(of record: some CountedRecord) -> Text? {
    for (candidate, formula) in zip(award.decidedBy, form.authority) {
      switch formula.map({ Truth(record.value(.candidate(award: place, $0))) }) ?? .yes {
      case .yes: return candidate.authority
      case .no: continue
      // Which authority decides cannot be told.
      case .unknown, .error: return nil
      }
    }
    return nil
  }

  private static func known(_ value: Value) -> Value? {
    switch value {
    case .unknown, .error, .null: nil
    default: value
    }
  }
}

extension CompiledPack {
  /// True for an award of which others ask how its candidates stand.
  func isAwaited(_ award: Int) -> Bool {
    awards.contains { other in
      other.requires.hasLeaf { if case .award(award, _) = $0 { true } else { false } }
        || other.quotas.contains { $0.countedAwards.contains(award) }
    }
  }

  /// True for an award whose formulas are asked of its candidates: they compete for it, others ask how they stand, or it
  /// waits for other records.
  public func asksCandidates(_ award: Int) -> Bool {
    awards[award].hasRoster || awards[award].requires.hasLeaf { $0.rule == nil } || isAwaited(award)
  }
}

extension Quota {
  /// The other awards whose candidates the share is taken of.
  var countedAwards: [Int] {
    if case .share(_, of: .awards(let places, _)) = size { places } else { [] }
  }
}

extension RecordValue {
  /// The record without what others tell of it.
  fileprivate var unjoined: RecordValue {
    let fields = zip(type.fields, slots)
    return RecordValue(type: type, slots: fields.map { $0.relation == nil ? $1 : nil }, path: path)
  }

  /// The text of the field `name`, if the type has one.
  public var ownName: Text? {
    guard let slot = type.slot(of: "name"), case .string(let name)? = slots[slot] else { return nil }
    return name
  }
}
