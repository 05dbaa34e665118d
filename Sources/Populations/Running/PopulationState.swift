import CEL
import Evaluator
import JSON

/// All that is kept of many records: states of parts of them merge, in any order.
///
///     var state = PopulationState(evaluator)
///     for record in records { state.add(result, key: key, ordinal: ordinal) }
///     let outcome = state.decided()
public struct PopulationState {
  private let evaluator: PackEvaluator
  private let forms: RecordForms
  let readers: [MemberReader]
  let candidates: [CandidateReader]
  private var rules: [RuleState]
  private var awards: [AwardState]
  private(set) var decisions: Decisions
  private(set) var groupNames: GroupNames
  private var names = NameStore()

  public init(_ evaluator: PackEvaluator) {
    self.evaluator = evaluator
    let pack = evaluator.pack
    let forms = RecordForms(pack)
    self.forms = forms
    readers = pack.populationRules.indices.map { MemberReader($0, of: evaluator, forms) }
    candidates = pack.awards.indices.map { CandidateReader($0, of: evaluator, forms) }
    rules = pack.populationRules.map { RuleState($0.check) }
    awards = pack.awards.map { AwardState($0) }
    decisions = Decisions(pack.register)
    groupNames = GroupNames(pack)
  }

  /// A register was given, be it empty.
  public mutating func markRegisterGiven() { decisions.markGiven() }

  /// A record that was judged alone.
  ///
  /// - Parameters:
  ///   - key: of the record, in one line.
  ///   - ordinal: differs from record to record.
  public mutating func add(_ result: RecordResult, key: Text, ordinal: Int) {
    add(JudgedRecord(result, key: key, evaluator, forms), ordinal: ordinal)
  }

  /// The same of any record.
  public mutating func add(_ record: some CountedRecord, ordinal: Int) {
    count(record)
    nominate(record, ordinal: ordinal)
  }

  /// Counts a record in its groups.
  ///
  /// - Parameter key: of the record, in one line.
  public mutating func count(_ result: RecordResult, key: Text) {
    count(JudgedRecord(result, key: key, evaluator, forms))
  }

  /// The same of any record.
  public mutating func count(_ record: some CountedRecord) {
    let type = record.type
    decisions.add(record)
    groupNames.add(record)
    for (place, reader) in readers.enumerated() {
      if reader.concerns(record) {
        rules[place].meet()
        if let (member, group) = reader.member(record) { rules[place].add(member, to: group) }
      }
      if reader.rule.group == type.name, let group = record.keyTexts { rules[place].open(group) }
      if case .partition(_, let covers) = reader.rule.check.aggregation, covers == type.name {
        cover(place, record.key)
      }
    }
  }

  /// Takes a record in among the candidates for awards.
  ///
  /// - Parameters:
  ///   - key: of the record, in one line.
  ///   - ordinal: differs from record to record.
  public mutating func nominate(_ result: RecordResult, key: Text, ordinal: Int) {
    nominate(JudgedRecord(result, key: key, evaluator, forms), ordinal: ordinal)
  }

  /// The same of any record.
  public mutating func nominate(_ record: some CountedRecord, ordinal: Int) {
    for place in candidates.indices where candidates[place].concerns(record.type) {
      nominate(record, for: place, ordinal: ordinal)
    }
  }

  /// Takes a record in among the candidates for one award, by place in the pack.
  public mutating func nominate(_ record: some CountedRecord, for award: Int, ordinal: Int) {
    let readers = self.readers
    candidates[award].read(record, ordinal: ordinal, &awards[award], &names) {
      readers[$0].group(of: record)
    }
  }

  /// True for a record whose result or place waits for others: its state is known once all are there.
  public func waits(_ result: RecordResult) -> Bool {
    !result.beyond.isEmpty
      || candidates.contains { $0.concerns(result.record.type) && $0.mayNominate(result) }
  }

  /// A record that lists must hold, in every group of lists.
  private mutating func cover(_ place: Int, _ key: Text) {
    rules[place].addCovered(Member(key: key, isCertain: true, content: .covered, missing: []))
  }

  /// A record that was rejected: it counts as one of which nothing is known.
  ///
  /// - Parameters:
  ///   - type: nil where it is not known, so that it may be of any.
  ///   - key: in one line; nil where it is not known.
  ///   - readable: what of it could be read, the rest not given; it counts for no award that this rules out.
  ///   - endsSource: any number of records after it could not be read either.
  public mutating func addRejected(
    type: Text?, key: Text?, readable: RecordValue? = nil, endsSource: Bool = false
  ) {
    func mayBe(_ name: Text) -> Bool { type.map { $0 == name } ?? true }
    for (place, reader) in readers.enumerated() {
      if mayBe(reader.rule.on) {
        // One of no known type is no sign that any of the rule's type were submitted.
        if type != nil { rules[place].meet() }
        rules[place].add(Member(key: key ?? "", isCertain: false, content: .lost, missing: []), to: nil)
        if endsSource { rules[place].addEndless() }
      }
      if case .partition(_, let covers) = reader.rule.check.aggregation, mayBe(covers) {
        rules[place].addLostCover()
        if endsSource { rules[place].addEndless() }
      }
    }
    for (place, reader) in candidates.enumerated() where mayBe(reader.award.on) {
      // Those after it may be anything.
      if !endsSource, let readable, !reader.mayConcern(readable) { continue }
      awards[place].addRejected(key: key, endsSource: endsSource)
    }
    if let register = decisions.recordType, mayBe(register) { decisions.addRejected() }
  }

  /// Takes in what is kept of other records; of the same pack, set alike.
  public mutating func merge(_ other: PopulationState) {
    for place in rules.indices { rules[place].merge(other.rules[place]) }
    for place in awards.indices { awards[place].merge(other.awards[place]) }
    decisions.merge(other.decisions)
    groupNames.merge(other.groupNames)
  }

  /// Writes or reads what is kept, without the candidates: their records are kept beside it and taken in anew.
  public mutating func code(_ archive: inout StateArchive) {
    for place in rules.indices { rules[place].code(&archive) }
    for place in awards.indices { awards[place].code(&archive) }
    decisions.code(&archive)
    groupNames.code(&archive)
  }

  /// What the records decide together.
  public func decided() -> PopulationOutcome {
    PopulationOutcome(
      evaluator, forms, readers: readers, candidates: candidates, rules: rules, awards: awards,
      decisions: decisions, groupNames: groupNames)
  }
}
