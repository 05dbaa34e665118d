import JSON
import RulePacks
import RuleReview
import Testing

/// What counts as possible, and what as seen.
@Suite struct CoverageRunTests {
  private func report(_ rules: [String], _ cases: [String]) throws -> CoverageReport {
    let pack = try TemporaryPack.units(
      rules: rules.joined(separator: ", "), cases: cases.joined(separator: ", "))
    let suite = CaseSuite(folder: pack.folder, loader: PackLoader())
    let open = try #require(PackLoader().open(folder: pack.folder).open)
    return CoverageRun(open).report(suite.run())
  }

  @Test func possibleAspectsFollowFromTheRule() throws {
    let report = try report(
      [
        TemporaryPack.rule("limit", #""kind": "threshold", "value": "score", "atLeast": 5"#),
        TemporaryPack.rule("given", #""kind": "expression", "holds": "has(score)""#),
        TemporaryPack.rule(
          "dated", #""kind": "deadline", "when": "hasPlan", "value": "sentOn", "onOrBefore": "2021-06-30""#),
        TemporaryPack.rule("off", #""kind": "expression", "enabled": false, "holds": "hasPlan""#),
      ], [])
    #expect(report.rows.map(\.rule) == ["limit", "given", "dated", "off"])
    #expect(report.rows[0].possible == [.satisfied, .violated, .undetermined, .atLimit])
    #expect(report.rows[1].possible == [.satisfied, .violated])
    #expect(
      report.rows[2].possible
        == [.satisfied, .violated, .undetermined, .notYetDue, .notApplicable, .atLimit])
    #expect(report.rows[3].possible == [.satisfied, .violated, .undetermined])
    #expect(report.percent == 0)
  }

  @Test func onlyWhatACaseExpectsIsSeen() throws {
    let rules = [
      TemporaryPack.rule("limit", #""kind": "threshold", "value": "score", "atLeast": 5.0"#),
      TemporaryPack.rule("other", #""kind": "threshold", "value": "score", "lessThan": 5"#),
    ]
    let report = try report(
      rules,
      [
        TemporaryPack.ruleCase("at", #", "score": 5"#, #""limit": "satisfied""#),
        TemporaryPack.ruleCase("above", #", "score": 6"#, #""limit": { "measured": 6 }"#),
        TemporaryPack.ruleCase("wrong", #", "score": 4"#, #""limit": "satisfied""#),
      ])
    #expect(report.rows[0].seen == [.satisfied: 1, .atLimit: 1])
    #expect(report.rows[0].unseen == [.violated, .undetermined])
    #expect(report.rows[1].seen.isEmpty)
    #expect(report.percent == 25)
  }
}
