import CEL
import Evaluator
import JSON

/// Runs cases against a pack.
public struct CaseRunner: Sendable {
  let pack: CompiledPack

  public init(_ pack: CompiledPack) { self.pack = pack }

  public func run(_ ruleCase: RuleCase) -> CaseOutcome {
    CaseOutcome(ruleCase: ruleCase, differences: differences(ruleCase))
  }

  private func differences(_ ruleCase: RuleCase) -> [CaseOutcome.Difference] {
    guard let type = pack.recordTypes.first(where: { $0.name == ruleCase.type }) else {
      return [.init(subject: "type", expected: "record type", found: ruleCase.type)]
    }
    var writer = JSONWriter()
    writer.value(ruleCase.record)
    guard let document = try? JSONDocument.parse(writer.takeBytes()) else {
      return [.init(subject: "record", expected: "JSON", found: "broken JSON")]
    }
    let bound = RecordBinder(schema: pack.schema, asOf: ruleCase.asOf)
      .bind(document.root, as: type, ignoring: ["type"])
    // A misspelt field would make a case test nothing, so a warning fails it too.
    var differences = bound.warnings.filter { $0.code == .undeclaredField }.map {
      CaseOutcome.Difference(subject: "record", expected: "declared field", found: $0.path)
    }
    guard let record = bound.record else {
      return differences
        + bound.defects.map { .init(subject: "record", expected: "\($0.code)".text, found: $0.path) }
    }
    switch PackEvaluator(pack, asOf: ruleCase.asOf).evaluate(record) {
    case .refused(let refusal):
      differences.append(.init(subject: "record", expected: "judged", found: "\(refusal)".text))
    case .judged(let result): differences += compare(ruleCase, result)
    }
    return differences
  }

  private func compare(_ ruleCase: RuleCase, _ result: RecordResult) -> [CaseOutcome.Difference] {
    var differences: [CaseOutcome.Difference] = []
    for expected in ruleCase.findings {
      guard let finding = result.findings.first(where: { pack.rules[$0.rule].id == expected.rule }) else {
        differences.append(.init(subject: expected.rule, expected: "finding", found: "none"))
        continue
      }
      differences += FindingComparison(expected, finding).differences
    }
    for expected in ruleCase.verdicts {
      let verdict = result.verdicts.first { pack.awards[$0.award].id == expected.award }
      guard verdict?.standing != expected.standing else { continue }
      differences.append(
        .init(
          subject: expected.award, expected: expected.standing.name, found: verdict?.standing.name ?? "none"))
    }
    return differences
  }
}

extension String {
  var text: Text { Text(self) }
}
