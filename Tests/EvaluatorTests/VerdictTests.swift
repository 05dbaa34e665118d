import CEL
import Evaluator
import JSON
import Testing

@Suite struct VerdictTests {
  private func verdict(
    _ requires: Criterion, _ json: Text, when: Text? = nil
  ) throws -> Verdict {
    let rules = [try TestPack.rule("a", "a"), try TestPack.rule("b", "b"), try TestPack.rule("c", "c")]
    let pack = try TestPack.pack(rules, awards: [try TestPack.award("award", requires, when: when)])
    return try #require(try TestPack.result(pack, json).verdicts.first)
  }

  static let tree = Criterion.all([.rule(0), .any([.rule(1), .rule(2)])])

  @Test func eligibleWhereEveryChoiceSatisfies() throws {
    let verdict = try verdict(Self.tree, #"{"id": "x", "a": true, "b": true}"#)
    #expect(verdict.standing == .eligible)
    #expect(verdict.because.isEmpty && verdict.missing.isEmpty)
  }

  @Test func ineligibleNamesWhatDecides() throws {
    let verdict = try verdict(Self.tree, #"{"id": "x", "a": true, "b": false, "c": false}"#)
    #expect(verdict.standing == .ineligible)
    #expect(verdict.because == [.rule(1), .rule(2)])
  }

  @Test func twoClaimsOnOneAwardHaveOneId() throws {
    let pack = try TestPack.pack(
      [try TestPack.rule("a", "a")], awards: [try TestPack.award("award", .rule(0))])
    let ids = pack.ids(of: [.award(0, .nominated), .rule(0), .award(0, .decided), .rule(0)])
    #expect(ids == ["award", "a"])
  }

  @Test func aViolationDecidesWhateverElseIsMissing() throws {
    let verdict = try verdict(Self.tree, #"{"id": "x", "a": false}"#)
    #expect(verdict.standing == .ineligible)
    #expect(verdict.because == [.rule(0)])
    #expect(verdict.missing.isEmpty)
  }

  @Test func undeterminedNamesThePapersOfItsOpenMembers() throws {
    let verdict = try verdict(Self.tree, #"{"id": "x", "a": true, "b": false}"#)
    #expect(verdict.standing == .undetermined)
    #expect(verdict.missing == ["c"])
    // `a` is not open, `b` and `c` are where both are missing.
    #expect(try self.verdict(Self.tree, #"{"id": "x", "a": true}"#).missing == ["b", "c"])
  }

  @Test func anAwardThatMayNotApplyIsUndetermined() throws {
    let json: Text = #"{"id": "x", "a": true, "b": true}"#
    #expect(try verdict(Self.tree, json, when: "kind == 'school'").standing == .undetermined)
    #expect(try verdict(Self.tree, json, when: "kind == 'school'").missing == ["kind"])
    #expect(
      try verdict(Self.tree, #"{"id": "x", "kind": "d"}"#, when: "kind == 'school'").standing
        == .notApplicable)
  }

  @Test func atLeastNeverShrinks() throws {
    let two = Criterion.atLeast(2, [.rule(0), .rule(1), .rule(2)])
    #expect(try verdict(two, #"{"id": "x", "a": true, "b": false, "c": true}"#).standing == .eligible)
    #expect(try verdict(two, #"{"id": "x", "a": true, "b": false}"#).missing == ["c"])
    #expect(try verdict(two, #"{"id": "x", "b": false, "c": false}"#).standing == .ineligible)
  }

  @Test func theNearestWayLeavesAloneWhatIsPast() throws {
    let rules = [
      try TestPack.rule(
        "cover", "figures.cover >= 67.1", measured: "figures.cover", atLeast: "67.1",
        distance: "67.1 - figures.cover"),
      try TestPack.rule("late", "a", isFixed: true),
      try TestPack.rule("b", "b"),
    ]
    let pack = try TestPack.pack(
      rules,
      awards: [
        try TestPack.award("any", .any([.rule(0), .rule(1), .rule(2)])),
        try TestPack.award("all", .all([.rule(0), .rule(1)])),
      ])
    let result = try TestPack.result(pack, #"{"id": "x", "a": false, "b": false, "figures": {"cover": 65}}"#)
    let evaluator = PackEvaluator(pack, asOf: try CivilDate("2021-12-31"))
    // 2.1 over 67.1 is less than one whole criterion.
    #expect(evaluator.nearestWay(to: result.verdicts[0], in: result)?.rules == [0])
    #expect(evaluator.nearestWay(to: result.verdicts[1], in: result) == nil)
  }

  @Test func aRecordWithoutRulesInForceIsRefused() throws {
    var rule = try TestPack.rule("a", "a")
    rule.period = DateSpan(from: try CivilDate("2024-01-01"))
    let pack = try TestPack.pack([rule])
    let record = try #require(try TestPack.bind(#"{"id": "x", "a": true}"#).record)
    guard case .refused(let refusal) = PackEvaluator(pack, asOf: try CivilDate("2021-12-31")).evaluate(record)
    else {
      Issue.record("judged without a rule")
      return
    }
    #expect(refusal == .noRuleInForce(type: "unit", day: try CivilDate("2021-12-31")))
  }

  @Test func theLawDateMayBeAField() throws {
    var old = try TestPack.rule("old", "a")
    old.period = DateSpan(before: try CivilDate("2021-07-01"))
    var new = try TestPack.rule("new", "b")
    new.period = DateSpan(from: try CivilDate("2021-07-01"))
    let pack = try TestPack.pack([old, new], lawDate: .field("heldOn"))
    let before = try TestPack.result(pack, #"{"id": "x", "a": true, "b": false, "heldOn": "2021-06-30"}"#)
    #expect(before.findings.map(\.outcome) == [.satisfied])
    let after = try TestPack.result(pack, #"{"id": "x", "a": true, "b": false, "heldOn": "2021-07-01"}"#)
    #expect(after.findings.map(\.outcome) == [.violated])
  }

  @Test func aLawDateOutsideThePeriodOfThePackIsRefused() throws {
    var pack = try TestPack.pack([TestPack.rule("a", "a")], lawDate: .field("heldOn"))
    pack.period = DateSpan(from: try CivilDate("2021-07-01"), before: try CivilDate("2021-08-01"))
    for (day, isJudged) in [
      ("2021-06-30", false), ("2021-07-01", true), ("2021-07-31", true), ("2021-08-01", false),
    ] {
      let record = try #require(
        try TestPack.bind(Text(#"{"id": "x", "a": true, "heldOn": "\#(day)"}"#)).record)
      let evaluation = PackEvaluator(pack, asOf: try CivilDate("2021-12-31")).evaluate(record)
      switch evaluation {
      case .judged: #expect(isJudged, "\(day)")
      case .refused(let refusal):
        #expect(!isJudged, "\(day)")
        #expect(refusal == .noRuleInForce(type: "unit", day: try CivilDate(Text(day))))
      }
    }
  }

  @Test func aVerdictIsUnverifiedWhereARuleThatAppliesIs() throws {
    let pack = try TestPack.pack(
      [try TestPack.rule("a", "b"), try TestPack.rule("b", "b", when: "a", isUnverified: true)],
      awards: [try TestPack.award("every", .every(Criterion.Selection(severity: nil), rules: [0, 1]))])
    for (isAsked, isUnverified) in [("true", true), ("false", false)] {
      let result = try TestPack.result(pack, Text(#"{"id": "x", "a": \#(isAsked), "b": true}"#))
      #expect(result.verdicts.map(\.standing) == [.eligible])
      #expect(result.verdicts.map(\.isUnverified) == [isUnverified])
    }
  }
}
