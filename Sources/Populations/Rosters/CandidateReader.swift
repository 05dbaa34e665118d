import CEL
import Evaluator
import JSON

/// Reads records as candidates of one award.
struct CandidateReader {
  let place: Int
  let award: CompiledAward
  private let evaluator: PackEvaluator
  /// True where the verdict waits for other records.
  private let waits: Bool
  /// True where others ask how candidates stand.
  let isAwaited: Bool
  /// Quotas in force.
  let quotasInForce: [Int]

  init(_ place: Int, of evaluator: PackEvaluator) {
    self.place = place
    self.evaluator = evaluator
    award = evaluator.pack.awards[place]
    waits = award.requires.hasLeaf { $0.rule == nil }
    isAwaited = evaluator.pack.awards.contains { other in
      other.requires.hasLeaf { if case .award(place, _) = $0 { true } else { false } }
        || other.quotas.contains { $0.countedAwards.contains(place) }
    }
    let constants = evaluator.constants(on: evaluator.referenceDay)
    let quotas = award.quotas
    quotasInForce = quotas.indices.filter { place in
      quotas[place].applies.map { Truth($0.program.evaluate(constants)) == .yes } ?? true
    }
  }

  /// True where nobody asks for more than each record's own verdict.
  var isIdle: Bool { !award.hasRoster && !isAwaited }

  func concerns(_ record: RecordValue) -> Bool { award.on == record.type.name && !isIdle }

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

  func read(
    _ result: RecordResult, key: Text, ordinal: Int, _ state: inout AwardState, _ names: inout NameStore
  ) {
    guard let verdict = result.verdicts.first(where: { $0.award == place }) else { return }
    let activation = evaluator.activation(of: result)
    var missing: Set<Text> = []
    func texts(_ keys: [GroupKey]) -> [Text]? {
      var texts: [Text] = []
      var isKnown = true
      for key in keys {
        let value = key.value.program.evaluate(activation)
        if case .unknown(let unknown) = value { missing.formUnion(unknown.paths) }
        if let text = value.keyText { texts.append(text) } else { isKnown = false }
      }
      return isKnown ? names.shared(texts) : nil
    }
    let quotaGroups = award.quotas.map { texts($0.per) }
    count(result, key: key, ordinal: ordinal, activation, quotaGroups, &state)
    guard verdict.standing != .notApplicable else { return }
    let group = texts(award.per)
    let subject = subject(of: result, key: key, activation)
    if subject == nil {
      for formula in [award.subject, award.year] {
        if case .unknown(let unknown)? = formula?.program.evaluate(activation) {
          missing.formUnion(unknown.paths)
        }
      }
    }
    var obstacle: Candidate.Obstacle?
    if verdict.standing == .ineligible {
      let leaf = evaluator.onlyObstacle(to: verdict, in: result) { _ in LeafResult(.satisfied) }
      guard let leaf else {
        state.addIneligible(group)
        return
      }
      obstacle = Candidate.Obstacle(leaf: leaf, finding: result.findings.first { $0.rule == leaf.rule })
    }
    state.add(
      Candidate(
        key: key, name: result.record.ownName, ordinal: ordinal, verdict: verdict, group: group,
        quotaGroups: quotaGroups,
        rank: award.rankBy.map { Self.known($0.value.program.evaluate(activation)) },
        subject: subject, authority: authority(activation),
        result: waits ? result : nil, obstacle: obstacle, groupMissing: missing.sorted()))
  }

  /// Counts the record in what shares are taken of.
  private func count(
    _ result: RecordResult, key: Text, ordinal: Int, _ activation: Activation, _ groups: [[Text]?],
    _ state: inout AwardState
  ) {
    for (quota, group) in zip(award.quotas.indices, groups) {
      guard case .share(_, let base) = award.quotas[quota].size else { continue }
      switch base {
      case .records(let formula):
        state.quotas[quota].add(Truth(formula.program.evaluate(activation)), group, key: key)
      case .awards(let others, _):
        let holders = others.map {
          Self.subject(of: evaluator.pack.awards[$0], result, key: key, activation)
        }
        state.quotas[quota].add(
          QuotaState.Standing(key: key, ordinal: ordinal, group: group, holders: holders))
      }
    }
  }

  /// Who receives the award and for which year; nil where that is not known.
  func subject(of result: RecordResult, key: Text, _ activation: Activation) -> SubjectYear? {
    Self.subject(of: award, result, key: key, activation)
  }

  private static func subject(
    of award: CompiledAward, _ result: RecordResult, key: Text, _ activation: Activation
  ) -> SubjectYear? {
    let subject = award.subject.map { $0.program.evaluate(activation).keyText } ?? key
    guard let subject else { return nil }
    guard let formula = award.year else {
      return SubjectYear(subject: subject, year: Int64(result.lawDate.year))
    }
    guard case .int(let year) = formula.program.evaluate(activation) else { return nil }
    return SubjectYear(subject: subject, year: year)
  }

  private func authority(_ activation: Activation) -> Text? {
    for candidate in award.decidedBy {
      switch candidate.applies.map({ Truth($0.program.evaluate(activation)) }) ?? .yes {
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

/// Keeps each group's name once, however many records share it.
struct NameStore: Sendable {
  private var names: [[Text]: [Text]] = [:]

  mutating func shared(_ texts: [Text]) -> [Text] {
    if let known = names[texts] { return known }
    names[texts] = texts
    return texts
  }
}
