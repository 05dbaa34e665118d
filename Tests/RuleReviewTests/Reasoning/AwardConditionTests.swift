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
    let (findings, review) = try Self.reviewed(choice, kind: "commune")
    #expect(!findings.contains("award-unreachable"))
    let witness = try #require(review).eligible(for: 0)
    #expect(throws: Never.self) { try witness.get() }
  }

  @Test(arguments: choices) func whatBindsAndContradictsIsFound(_ choice: String) throws {
    let (findings, review) = try Self.reviewed(choice, kind: "district")
    #expect(findings.contains("award-unreachable"))
    let witness = try #require(review).eligible(for: 0)
    #expect(throws: WitnessFailure.self) { try witness.get() }
  }

  private static func reviewed(_ choice: String, kind: String) throws -> ([Text], WitnessReview?) {
    let pack = try TemporaryPack.units(
      rules: rules,
      awards: """
        { "id": "a", "on": "unit", "title": { "vi": "A", "en": "A" }, "when": "kind == '\(kind)'",
          "requires": { "all": [\(choice), "high"] } }
        """, cases: "")
    let place = try #require(PackPlace(pack.folder))
    let findings = PlantedDefectTests.linter.lint(manifest: place.manifest, from: place.files)
    #expect(findings.filter { $0.rule.string.hasPrefix("load.") }.isEmpty)
    let inspection = PackLoader().inspect(manifest: place.manifest, from: place.files)
    let day = try CivilDate("2021-12-31")
    return (findings.map(\.rule), WitnessReview(inspection, from: place.files, asOf: day))
  }
}
