import CEL
import Evaluator
import JSON
import RulePacks
import RuleReview
import Testing

/// Which choices among criteria are out of reach.
@Suite struct AwardConditionTests {
  private static let rules = [
    TemporaryPack.rule(
      "low", #""kind": "threshold", "value": "score", "lessThan": 10, "when": "kind == 'district'""#),
    TemporaryPack.rule(
      "mid", #""kind": "threshold", "value": "score", "lessThan": 20, "when": "kind == 'district'""#),
    TemporaryPack.rule("high", #""kind": "threshold", "value": "score", "atLeast": 30"#),
  ].joined(separator: ", ")

  private static let choices = [#"{ "any": ["low", "mid"] }"#, #"{ "atLeast": 2, "of": ["low", "mid"] }"#]

  /// Rules that bind nobody for whom the award is are no obstacle, neither for the lint nor for a record.
  @Test(arguments: choices) func whatDoesNotApplyIsNoObstacle(_ choice: String) throws {
    let (findings, standing) = try Self.reviewed(choice, kind: "commune")
    #expect(!findings.contains("award-unreachable"))
    #expect(standing == .eligible)
  }

  @Test(arguments: choices) func whatBindsAndContradictsIsFound(_ choice: String) throws {
    let (findings, standing) = try Self.reviewed(choice, kind: "district")
    #expect(findings.contains("award-unreachable"))
    #expect(standing == .ineligible)
  }

  /// What the lint finds in an award for one kind of unit, and how a unit of that kind with a high score stands.
  private static func reviewed(_ choice: String, kind: String) throws -> ([Text], Verdict.Standing?) {
    let temporary = try TemporaryPack.units(
      rules: rules,
      awards: """
        { "id": "a", "on": "unit", "title": { "vi": "A", "en": "A" }, "when": "kind == '\(kind)'",
          "requires": { "all": [\(choice), "high"] } }
        """, cases: "")
    let place = try #require(PackPlace(temporary.folder))
    let findings = PlantedDefectTests.linter.lint(manifest: place.manifest, from: place.files)
    let pack = try #require(PackLoader().inspect(manifest: place.manifest, from: place.files).loading.pack)
    let asOf = try CivilDate("2021-12-31")
    let document = try JSONDocument.parse(Array(#"{ "id": "u", "kind": "\#(kind)", "score": 35 }"#.utf8))
    let type = try #require(pack.schema.recordTypes["unit"])
    let bound = RecordBinder(schema: pack.schema, asOf: asOf).bind(document.root, as: type, ignoring: [])
    let record = try #require(bound.record)
    guard case .judged(let result) = PackEvaluator(pack, asOf: asOf).evaluate(record) else {
      return (findings.map(\.rule), nil)
    }
    return (findings.map(\.rule), result.verdicts.first?.standing)
  }
}
