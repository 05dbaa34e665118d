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
    readers = pack.populationRules.indices.map { MemberReader($0, of: evaluator) }
    candidates = pack.awards.indices.map { CandidateReader($0, of: evaluator) }
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
    count(result, key: key)
    nominate(result, key: key, ordinal: ordinal)
  }

  /// Counts a record in its groups.
  ///
  /// - Parameter key: of the record, in one line.
  public mutating func count(_ result: RecordResult, key: Text) {
    let type = result.record.type
    decisions.add(result.record)
    groupNames.add(result.record, key: key)
    var activation: Activation?
    func activated() -> Activation {
      let made = activation ?? evaluator.activation(of: result)
      activation = made
      return made
    }
    for (place, reader) in readers.enumerated() {
      if reader.concerns(result) {
        rules[place].meet()
        if let (member, group) = reader.member(result, key: key, activated()) {
          rules[place].add(member, to: group)
        }
      }
      if reader.rule.group == type.name, let group = result.record.texts(of: type.key) {
        rules[place].open(group)
      }
      if case .partition(_, let covers) = reader.rule.check.aggregation, covers == type.name {
        cover(place, key)
      }
    }
  }

  /// Takes a record in among the candidates for awards.
  ///
  /// - Parameters:
  ///   - key: of the record, in one line.
  ///   - ordinal: differs from record to record.
  public mutating func nominate(_ result: RecordResult, key: Text, ordinal: Int) {
    for (place, reader) in candidates.enumerated() where reader.concerns(result.record) {
      reader.read(result, key: key, ordinal: ordinal, &awards[place], &names)
    }
  }

  /// True for a record whose result or place waits for others: its state is known once all are there.
  public func waits(_ result: RecordResult) -> Bool {
    !result.beyond.isEmpty
      || candidates.contains { $0.concerns(result.record) && $0.mayNominate(result) }
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
      evaluator, readers: readers, candidates: candidates, rules: rules, awards: awards,
      decisions: decisions, groupNames: groupNames)
  }
}
