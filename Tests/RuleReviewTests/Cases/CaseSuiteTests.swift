import Evaluator
import JSON
import RulePacks
import RuleReview
import Testing

/// Files of cases, good and bad, and which of them are run.
@Suite struct CaseSuiteTests {
  private static let rule = TemporaryPack.rule(
    "score", #""kind": "threshold", "value": "score", "atLeast": 67.1"#)

  private func suite(_ cases: String, more: [String: String] = [:]) throws -> (TemporaryPack, CaseSuite) {
    let pack = try TemporaryPack.units(rules: Self.rule, cases: cases, more: more)
    return (pack, CaseSuite(folder: pack.folder, loader: PackLoader()))
  }

  @Test func aDifferenceNamesWhatWasExpectedAndFound() throws {
    let (pack, suite) = try suite(
      TemporaryPack.ruleCase(
        "short", #", "score": 67"#,
        #""score": { "outcome": "satisfied", "measured": 67.1 }, "other": "violated""#))
    let outcome = try #require(withExtendedLifetime(pack) { suite.run().first })
    #expect(!outcome.passes)
    #expect(outcome.differences.map(\.subject) == ["score", "score", "other"])
    #expect(outcome.differences.map(\.member) == ["outcome", "measured", ""])
    #expect(outcome.differences.map(\.found) == ["violated", "67", "none"])
    #expect(outcome.judged?.result.findings.count == 1)
  }

  @Test func selectsByNameRuleAndFile() throws {
    let other = "{ \"cases\": [\(TemporaryPack.ruleCase("unlike", "", #""score": "undetermined""#))] }"
    let (pack, suite) = try suite(
      TemporaryPack.ruleCase("short", #", "score": 67"#, #""score": "violated""#) + ", "
        + TemporaryPack.ruleCase("nothing expected", "", ""),
      more: ["p/cases/unlike.json": other])
    withExtendedLifetime(pack) {
      func names(_ selection: CaseSelection) -> [Text] { suite.run(selection).map(\.ruleCase.name) }
      #expect(names(CaseSelection()) == ["short", "nothing expected", "unlike"])
      #expect(names(CaseSelection(name: "ort")) == ["short"])
      #expect(names(CaseSelection(subject: "score")) == ["short", "unlike"])
      #expect(names(CaseSelection(file: "unlike")) == ["unlike"])
      #expect(names(CaseSelection(subject: "score", file: "all")) == ["short"])
    }
  }

  @Test func aBrokenFileTellsEveryDefectWithItsPlace() throws {
    let (_, suite) = try suite(
      #"{ "name": "a", "type": "unit", "asOf": "2021-13-01", "record": {}, "expect": { "findngs": {} } }"#,
      more: [
        "p/cases/base.json": """
        { "records": { "district": { "id": "d" } },
          "cases": [{ "name": "b", "type": "unit", "asOf": "2021-12-31", "base": "distict", "expect": {} }] }
        """,
        "p/cases/json.json": "{ \"cases\": [",
      ])
    #expect(suite.cases.isEmpty)
    #expect(suite.defects.map(\.code) == [.invalidDate, .unknownMember, .notOneOf, .json])
    #expect(suite.defects[1].suggestion == "findings")
    #expect(suite.defects[2].suggestion == "district")
    #expect(
      suite.defects.compactMap(\.place?.file) == [
        "p/cases/all.json", "p/cases/all.json", "p/cases/base.json", "p/cases/json.json",
      ])
  }

  @Test func aPackThatDoesNotLoadAsSetFailsTheCaseWithItsDefects() throws {
    let (pack, suite) = try suite(
      TemporaryPack.ruleCase("set", "", #""score": "undetermined""#, more: #""set": { "nothing": 1 },"#))
    let outcome = try #require(withExtendedLifetime(pack) { suite.run().first })
    #expect(outcome.defects.map(\.code) == [.unknownParameter])
    #expect(!outcome.passes)
  }
}
