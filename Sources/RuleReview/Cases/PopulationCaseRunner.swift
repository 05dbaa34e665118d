import CEL
import Evaluator
import JSON
import Populations
import RulePacks

/// Judges the records of a case together and compares what came of them.
struct PopulationCaseRunner {
  private let pack: CompiledPack
  private let ruleCase: RuleCase
  private let population: CasePopulation
  private let evaluator: PackEvaluator

  /// - Parameter evaluator: on the day of the case.
  init(_ evaluator: PackEvaluator, _ ruleCase: RuleCase, _ population: CasePopulation) {
    pack = evaluator.pack
    self.ruleCase = ruleCase
    self.population = population
    self.evaluator = evaluator
  }

  func outcome() -> CaseOutcome {
    let (records, judge, differences) = judged()
    return CaseOutcome(
      ruleCase: ruleCase, differences: differences, judged: nil, joined: joined(records, judge))
  }

  /// True where what is expected comes about.
  var passes: Bool { judged().differences.isEmpty }

  private func judged() -> (
    records: [RecordValue], judge: PopulationJudge, differences: [CaseOutcome.Difference]
  ) {
    var differences: [CaseOutcome.Difference] = []
    let records = bind(population.records, as: ruleCase.type, &differences)
    let decisions = bind(population.register ?? [], as: pack.register?.recordType ?? "", &differences)
    var index = RelationIndex(pack)
    if population.register != nil, let register = pack.register { index.markGiven(register.recordType) }
    for record in records + decisions { index.add(record) }
    var state = PopulationState(evaluator)
    if population.register != nil { state.markRegisterGiven() }
    for (type, count) in population.rejected {
      for _ in 0..<count {
        index.addRejected(type: type, key: nil)
        state.addRejected(type: type, key: nil)
      }
    }
    for (ordinal, record) in (records + decisions).enumerated() {
      switch evaluator.evaluate(index.joined(record)) {
      case .judged(let result): state.add(result, key: record.keyText, ordinal: ordinal)
      case .refused(let refusal):
        differences.append(.init(subject: record.keyText, expected: "judged", found: "\(refusal)".text))
      }
    }
    let judge = PopulationJudge(evaluator, index, state.decided())
    for expected in population.expected.groups { differences += compare(expected, judge.outcome) }
    for expected in population.expected.rosters { differences += compare(expected, judge.outcome) }
    for expected in population.expected.records { differences += compare(expected, records, judge) }
    return (records, judge, differences)
  }

  /// The records that something is expected of, as all of them make it.
  private func joined(_ records: [RecordValue], _ judge: PopulationJudge) -> [CaseOutcome.JoinedRecord] {
    population.expected.records.compactMap { expected in
      guard let record = records.first(where: { $0.keyText == expected.key }),
        case .judged(let result) = judge.evaluate(record, key: expected.key)
      else { return nil }
      return .init(ruleCase: ruleCase.ofRecord(expected), judged: .init(pack: pack, result: result))
    }
  }

  private func bind(
    _ records: [CaseRecord], as type: Text, _ differences: inout [CaseOutcome.Difference]
  ) -> [RecordValue] {
    var bound: [RecordValue] = []
    for entry in records {
      let name = entry.type ?? type
      guard let recordType = pack.recordTypes.first(where: { $0.name == name }) else {
        differences.append(.init(subject: "type", expected: "record type", found: name))
        continue
      }
      for value in entry.expanded(key: recordType.key.first) {
        let (record, defects) = CaseRunner(pack).bind(value, as: recordType, ruleCase.asOf)
        differences += defects
        if let record { bound.append(record) }
      }
    }
    return bound
  }

  private func compare(
    _ expected: CaseExpectation.Group, _ outcome: PopulationOutcome
  ) -> [CaseOutcome.Difference] {
    let found = outcome.groups.first { group in
      let rule = pack.populationRules[group.rule]
      return rule.id == expected.rule && Self.isNamed(rule.check.groupBy, group.group, expected.group)
    }
    guard let found else {
      return [.init(subject: expected.rule, member: "group", expected: "group", found: "none")]
    }
    var differences: [CaseOutcome.Difference] = []
    func compare(_ member: Text, _ expected: Text?, _ found: Text, _ subject: Text) {
      guard let expected, expected != found else { return }
      differences.append(.init(subject: subject, member: member, expected: expected, found: found))
    }
    compare("outcome", expected.outcome?.name, found.outcome.name, expected.rule)
    compare(
      "measured", expected.measured.map(FindingComparison.text), FindingComparison.text(found.measured),
      expected.rule)
    compare(
      "members", expected.members.map(FindingComparison.list), FindingComparison.list(found.members.keys),
      expected.rule)
    return differences
  }

  private func compare(
    _ expected: CaseExpectation.Roster, _ outcome: PopulationOutcome
  ) -> [CaseOutcome.Difference] {
    let found = outcome.rosters.first { roster in
      let award = pack.awards[roster.award]
      return award.id == expected.award && Self.isNamed(award.per, roster.group ?? [], expected.group)
    }
    guard let found else {
      return [.init(subject: expected.award, member: "roster", expected: "roster", found: "none")]
    }
    var differences: [CaseOutcome.Difference] = []
    func compare(_ member: Text, _ expected: [Text], _ found: [Text], _ subject: Text) {
      guard expected != found else { return }
      differences.append(
        .init(
          subject: subject, member: member, expected: FindingComparison.list(expected),
          found: FindingComparison.list(found)))
    }
    for (status, keys) in expected.lists {
      compare(
        status.name, keys, found.nominees.filter { $0.status == status }.map(\.key), expected.award)
    }
    if let provisional = expected.provisional {
      compare(
        "provisional", provisional, found.nominees.filter(\.isProvisional).map(\.key), expected.award)
    }
    return differences
  }

  private func compare(
    _ expected: CaseExpectation.Record, _ records: [RecordValue], _ judge: PopulationJudge
  ) -> [CaseOutcome.Difference] {
    guard let record = records.first(where: { $0.keyText == expected.key }),
      case .judged(let result) = judge.evaluate(record, key: expected.key)
    else { return [.init(subject: expected.key, expected: "record", found: "none")] }
    return CaseRunner(pack).compare(expected.findings, expected.verdicts, result)
  }

  private static func isNamed(
    _ keys: [GroupKey], _ texts: [Text], _ expected: [(name: Text, value: Text)]
  ) -> Bool {
    guard expected.count == texts.count else { return false }
    return zip(keys, texts).allSatisfy { key, text in
      expected.contains { $0.name == key.name && $0.value == text }
    }
  }
}
