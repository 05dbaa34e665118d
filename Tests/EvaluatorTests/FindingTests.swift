import CEL
import Evaluator
import JSON
import Testing

@Suite struct FindingTests {
  private func finding(_ rule: CompiledRule, _ json: Text, asOf: Text = "2021-12-31") throws -> Finding {
    let result = try TestPack.result(try TestPack.pack([rule]), json, asOf: asOf)
    return try #require(result.findings.first)
  }

  private func cover() throws -> CompiledRule {
    try TestPack.rule(
      "cover", "figures.cover >= 67.1", measured: "figures.cover", atLeast: "67.1",
      distance: "67.1 - figures.cover")
  }

  @Test func aShortfallIsMeasured() throws {
    let finding = try finding(try cover(), #"{"id": "x", "figures": {"cover": 65}}"#)
    #expect(finding.outcome == .violated)
    #expect(finding.measured.map(ValueText(.en).text) == "65")
    #expect(finding.limit.map(\.name) == ["atLeast"])
    #expect(finding.distance.map(ValueText(.vi).text) == "2,1")
    #expect(finding.missing.isEmpty)
  }

  @Test func theLimitItselfSatisfies() throws {
    #expect(try finding(try cover(), #"{"id": "x", "figures": {"cover": 67.1}}"#).outcome == .satisfied)
    #expect(
      try finding(try cover(), #"{"id": "x", "figures": {"cover": 67.099999999}}"#).outcome == .violated)
  }

  @Test(arguments: [
    #"{"id": "x"}"#, #"{"id": "x", "figures": {}}"#, #"{"id": "x", "figures": {"cover": null}}"#,
  ])
  func whatIsNotGivenIsNamed(json: String) throws {
    let finding = try finding(try cover(), Text(json))
    #expect(finding.outcome == .undetermined)
    #expect(finding.missing == ["figures.cover"])
    #expect(finding.error == nil)
  }

  @Test func missingEvidenceCanBeAViolation() throws {
    let rule = try TestPack.rule("held", "heldOn <= date('2021-12-31')", whenMissing: .violated)
    let finding = try finding(rule, #"{"id": "x"}"#)
    #expect(finding.outcome == .violated)
    #expect(finding.missing == ["heldOn"])
    let renderer = MessageRenderer(try TestPack.pack([rule]), .vi)
    #expect(renderer.text(finding) == "Chưa có: Held.")
  }

  @Test func notDueUntilTheDayHasPassed() throws {
    let rule = try TestPack.rule(
      "held", "heldOn <= date('2021-06-30')", due: "date('2021-06-30')", whenMissing: .violated)
    #expect(try finding(rule, #"{"id": "x"}"#, asOf: "2021-06-30").outcome == .notYetDue)
    #expect(try finding(rule, #"{"id": "x"}"#, asOf: "2021-07-01").outcome == .violated)
    #expect(
      try finding(rule, #"{"id": "x", "heldOn": "2021-06-01"}"#, asOf: "2021-06-30").outcome == .satisfied)
  }

  @Test func anErrorIsNeverAViolation() throws {
    let rule = try TestPack.rule("share", "ratio(figures.herd, 0) >= 0.5")
    let finding = try finding(rule, #"{"id": "x", "figures": {"herd": 3}}"#)
    #expect(finding.outcome == .undetermined)
    #expect(finding.error?.code == .divisionByZero)
    #expect(finding.missing.isEmpty)
  }

  @Test func anOpenConditionLeavesAFailureOpen() throws {
    let rule = try TestPack.rule("r", "b", when: "a")
    #expect(try finding(rule, #"{"id": "x", "b": true}"#).outcome == .satisfied)
    let open = try finding(rule, #"{"id": "x", "b": false}"#)
    #expect(open.outcome == .undetermined)
    #expect(open.missing == ["a"])
    #expect(try finding(rule, #"{"id": "x", "a": false}"#).outcome == .notApplicable)
    #expect(try finding(rule, #"{"id": "x"}"#).missing == ["a", "b"])
  }

  @Test func sharesAreExact() throws {
    let share = try TestPack.rule("share", "percent(figures.herd, 60) >= 15")
    #expect(try finding(share, #"{"id": "x", "figures": {"herd": 9}}"#).outcome == .satisfied)
    #expect(try finding(share, #"{"id": "x", "figures": {"herd": 8}}"#).outcome == .violated)
    let sum = try TestPack.rule("sum", "figures.cover + 0.2 == 0.3")
    #expect(try finding(sum, #"{"id": "x", "figures": {"cover": 0.1}}"#).outcome == .satisfied)
  }
}
