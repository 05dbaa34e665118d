import CEL
import Evaluator
import JSON
import Populations

/// Runs cases against a pack.
public struct CaseRunner: Sendable {
  let pack: CompiledPack
  /// Planned once for all cases of the pack; nil plans one for each.
  private let evaluator: PackEvaluator?

  public init(_ pack: CompiledPack) {
    self.pack = pack
    evaluator = nil
  }

  /// - Parameter evaluator: on whatever day.
  init(_ evaluator: PackEvaluator) {
    pack = evaluator.pack
    self.evaluator = evaluator
  }

  private func evaluator(on day: CivilDate) -> PackEvaluator {
    evaluator?.on(day) ?? PackEvaluator(pack, asOf: day)
  }

  public func run(_ ruleCase: RuleCase) -> CaseOutcome {
    if let population = ruleCase.population {
      return PopulationCaseRunner(evaluator(on: ruleCase.asOf), ruleCase, population).outcome()
    }
    var (record, differences) = bind(ruleCase)
    var judged: CaseOutcome.Judged?
    if let record {
      let evaluation = evaluator(on: ruleCase.asOf).evaluateAlone(record)
      differences += compare(ruleCase, evaluation)
      if case .judged(let result) = evaluation { judged = CaseOutcome.Judged(pack: pack, result: result) }
    }
    return CaseOutcome(ruleCase: ruleCase, differences: differences, judged: judged)
  }

  /// The record of a case, or why it is none.
  func bind(_ ruleCase: RuleCase) -> (record: RecordValue?, differences: [CaseOutcome.Difference]) {
    guard let type = pack.recordTypes.first(where: { $0.name == ruleCase.type }) else {
      return (nil, [.init(subject: "type", expected: "record type", found: ruleCase.type)])
    }
    return bind(ruleCase.record, as: type, ruleCase.asOf)
  }

  /// A record of a case, or why it is none.
  func bind(
    _ value: JSONValue, as type: RecordType, _ asOf: CivilDate
  ) -> (record: RecordValue?, differences: [CaseOutcome.Difference]) {
    guard let document = try? JSONDocument.parse(value.text.utf8) else {
      return (nil, [.init(subject: "record", expected: "JSON", found: "broken JSON")])
    }
    let bound = RecordBinder(schema: pack.schema, asOf: asOf)
      .bind(document.root, as: type, ignoring: ["type"])
    // A misspelt field would make a case test nothing, so a warning fails it too.
    var differences = bound.warnings.filter { $0.code == .undeclaredField }.map {
      CaseOutcome.Difference(subject: "record", expected: "declared field", found: $0.path)
    }
    if bound.record == nil {
      differences += bound.defects.map {
        .init(subject: "record", expected: "\($0.code)".text, found: $0.path)
      }
    }
    return (bound.record, differences)
  }

  func compare(_ ruleCase: RuleCase, _ evaluation: Evaluation) -> [CaseOutcome.Difference] {
    switch evaluation {
    case .refused(let refusal):
      [.init(subject: "record", expected: "judged", found: "\(refusal)".text)]
    case .judged(let result): compare(ruleCase, result)
    }
  }

  private func compare(_ ruleCase: RuleCase, _ result: RecordResult) -> [CaseOutcome.Difference] {
    compare(ruleCase.findings, ruleCase.verdicts, result)
  }

  func compare(
    _ findings: [ExpectedFinding], _ verdicts: [(award: Text, standing: Verdict.Standing)],
    _ result: RecordResult
  ) -> [CaseOutcome.Difference] {
    var differences: [CaseOutcome.Difference] = []
    for expected in findings {
      guard let finding = result.findings.first(where: { pack.rules[$0.rule].id == expected.rule }) else {
        differences.append(.init(subject: expected.rule, expected: "finding", found: "none"))
        continue
      }
      differences += FindingComparison(expected, finding).differences
    }
    for expected in verdicts {
      let verdict = result.verdicts.first { pack.awards[$0.award].id == expected.award }
      guard verdict?.standing != expected.standing else { continue }
      differences.append(
        .init(
          subject: expected.award, member: "verdict", expected: expected.standing.name,
          found: verdict?.standing.name ?? "none"))
    }
    return differences
  }
}

extension String {
  var text: Text { Text(self) }
}
