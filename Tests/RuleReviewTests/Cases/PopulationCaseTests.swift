import JSON
import RulePacks
import RuleReview
import Testing

/// Cases of several records that are judged together.
@Suite struct PopulationCaseTests {
  private static let rules = [
    TemporaryPack.rule("score", #""kind": "threshold", "value": "score", "atLeast": 1"#),
    TemporaryPack.rule("half", #""kind": "share", "where": "hasPlan", "atLeast": 50"#),
  ].joined(separator: ", ")

  private static let award = """
    { "id": "flag", "on": "unit", "title": { "vi": "Cờ", "en": "Flag" },
      "requires": { "all": ["score", "half"] },
      "rankBy": [ { "value": "score", "order": "descending" } ],
      "quotas": [ { "share": { "value": 15, "unit": "%" } } ] }
    """

  private func differences(_ records: String, _ more: String, _ expect: String) throws -> [String] {
    let ruleCase = """
      { "name": "many", "type": "unit", "asOf": "2021-12-31", "records": [\(records)], \(more)
        "expect": { \(expect) } }
      """
    let pack = try TemporaryPack.units(rules: Self.rules, awards: Self.award, cases: ruleCase)
    let suite = CaseSuite(folder: pack.folder, loader: PackLoader())
    #expect(suite.defects.isEmpty)
    let outcomes = withExtendedLifetime(pack) { suite.run() }
    return outcomes.flatMap(\.differences).map {
      "\($0.subject.string).\($0.member.string): \($0.expected.string) | \($0.found.string)"
    }
  }

  private func units(_ count: Int) -> String {
    """
    { "record": { "id": "u", "score": 1, "hasPlan": true }, "copies": \(count), "step": { "score": 1 } }
    """
  }

  @Test func sharesOfCandidatesAreRoundedDownAtTheEdge() throws {
    let nine = (52...60).reversed().map { "\"u-\($0)\"" }.joined(separator: ", ")
    #expect(
      try differences(units(60), "", #""rosters": [ { "award": "flag", "nominated": [\#(nine)] } ]"#) == [])
    let eight = (52...59).reversed().map { "\"u-\($0)\"" }.joined(separator: ", ")
    #expect(
      try differences(units(59), "", #""rosters": [ { "award": "flag", "nominated": [\#(eight)] } ]"#) == [])
  }

  @Test func groupsAndRecordsAreCompared() throws {
    let found = try differences(
      #"{ "id": "a", "score": 2, "hasPlan": false }, { "id": "b", "score": 3, "hasPlan": false }"#, "",
      #"""
      "groups": [ { "rule": "half", "outcome": "violated", "measured": 0, "members": ["a", "b"] },
                  { "rule": "half", "outcome": "satisfied" } ],
      "verdicts": { "flag": { "a": "ineligible", "b": "eligible" } },
      "records": { "a": { "findings": { "score": "violated" } } }
      """#)
    #expect(
      found == [
        "half.outcome: satisfied | violated", "score.outcome: violated | satisfied",
        "flag.verdict: eligible | ineligible",
      ])
  }

  @Test func rejectedRecordsKeepPlacesOpen() throws {
    #expect(
      try differences(
        units(7), #""rejected": { "unit": 1 },"#,
        #""rosters": [ { "award": "flag", "nominated": ["u-7"], "provisional": ["u-7"] } ]"#) == [])
  }

  /// A record counts once among the holders of several awards, whichever it holds.
  @Test func sharesOfTheHoldersOfSeveralAwards() throws {
    let awards = """
      { "id": "first", "on": "unit", "title": { "vi": "A", "en": "A" }, "when": "score < 4",
        "requires": { "all": ["score"] } },
      { "id": "second", "on": "unit", "title": { "vi": "B", "en": "B" }, "when": "score > 2",
        "requires": { "all": ["score"] } },
      { "id": "best", "on": "unit", "title": { "vi": "C", "en": "C" }, "requires": { "all": ["score"] },
        "rankBy": [ { "value": "score", "order": "descending" } ],
        "quotas": [ { "share": { "value": 50, "unit": "%" },
          "of": { "award": ["first", "second"], "as": "nominated" } } ] }
      """
    let ruleCase = """
      { "name": "many", "type": "unit", "asOf": "2021-12-31",
        "records": [ { "record": { "id": "u", "score": 0 }, "copies": 6, "step": { "score": 1 } } ],
        "expect": { "rosters": [ { "award": "best", "nominated": ["u-6", "u-5"],
          "reserve": ["u-4", "u-3", "u-2"] } ] } }
      """
    let pack = try TemporaryPack.units(
      rules: TemporaryPack.rule("score", #""kind": "threshold", "value": "score", "atLeast": 1"#),
      awards: awards, cases: ruleCase)
    let suite = CaseSuite(folder: pack.folder, loader: PackLoader())
    #expect(suite.defects.isEmpty)
    #expect(suite.run().flatMap(\.differences).map { "\($0)" } == [])
  }

  /// Alone it is judged as if it were all that is submitted.
  @Test func aRecordAloneIsAPopulationOfOne() throws {
    let ruleCase = """
      { "name": "one", "type": "unit", "asOf": "2021-12-31", "record": { "id": "u", "score": 1, "hasPlan": true },
        "expect": { "verdicts": { "flag": "eligible" } } }
      """
    let pack = try TemporaryPack.units(rules: Self.rules, awards: Self.award, cases: ruleCase)
    let suite = CaseSuite(folder: pack.folder, loader: PackLoader())
    #expect(suite.run().flatMap(\.differences).map { "\($0)" } == [])
  }
}
