import JSON
import RulePacks
import RuleReview
import Testing

/// What a trace tells of requirements, rules and cases.
@Suite struct TraceRunTests {
  private static let rules = [
    TemporaryPack.rule(
      "score", #""kind": "threshold", "value": "score", "atLeast": 50, "when": "kind == 'district'""#),
    TemporaryPack.rule("plan", #""kind": "expression", "holds": "hasPlan", "enabled": false"#),
    TemporaryPack.rule("share", #""kind": "threshold", "value": "share", "atLeast": 5"#),
  ].joined(separator: ",")

  private static let cases = [
    TemporaryPack.ruleCase(
      "high", #", "kind": "district", "score": 60, "share": 5"#,
      #""score": "satisfied", "share": "satisfied""#),
    TemporaryPack.ruleCase(
      "low", #", "kind": "district", "score": 40, "share": 4"#, #""score": "violated", "share": "violated""#),
    TemporaryPack.ruleCase(
      "open", #", "kind": "district""#, #""score": "undetermined", "share": "undetermined""#),
    TemporaryPack.ruleCase("other", #", "kind": "commune", "score": 40"#, #""score": "notApplicable""#),
  ]

  private func report(_ trace: String, cases: [String] = Self.cases) throws -> TraceReport {
    let pack = try TemporaryPack.units(
      rules: Self.rules, manifest: #", "sources": { "plan": { "title": { "vi": "K", "en": "P" } } }"#,
      cases: cases.joined(separator: ","), more: ["p/trace.json": trace])
    let loader = PackLoader()
    let open = try #require(loader.open(folder: pack.folder).open)
    return TraceRun(folder: pack.folder, open, loader: loader).report()
  }

  private static func trace(_ rows: String, more: String = "") -> String {
    "{ \"source\": \"plan\"\(more), \"rows\": [\(rows)] }"
  }

  private static let because = #""because": { "vi": "do", "en": "so" }"#

  @Test func aRowIsAnsweredByRulesOrAReason() throws {
    let report = try report(
      Self.trace(
        """
        { "row": "r1", "rules": ["score", "share"] }, { "row": "r2", "rules": ["plan"] },
        { "row": "r3", "rules": [], \(Self.because) }
        """, more: #", "total": 3"#))
    #expect(report.isComplete)
    #expect(report.answered == 3)
    #expect(
      report.rows[0].rules[0].seen.map { "\($0.aspect) \($0.count)" } == [
        "satisfied 1", "violated 1", "undetermined 1", "notApplicable 1", "atLimit 0",
      ])
    #expect(report.rows[1].rules.map(\.isEnabled) == [false])
    #expect(report.untraced.isEmpty)
  }

  @Test func aRowWithoutRuleAndReasonIsAGap() throws {
    let report = try report(Self.trace(#"{ "row": "r1", "rules": [] }"#))
    #expect(!report.isComplete)
    #expect(report.answered == 0)
    #expect(report.untraced == ["score", "plan", "share"])
  }

  @Test func fewerRowsThanTheSourceHasAreAGap() throws {
    #expect(
      !(try report(Self.trace(#"{ "row": "r1", "rules": ["score"] }"#, more: #", "total": 2"#)).isComplete))
  }

  /// A rule that isn't enabled needs no cases, and one without a condition none in which it doesn't apply.
  @Test(arguments: [
    (0, ["score satisfied", "share satisfied"]), (1, ["score violated", "share violated"]),
    (2, ["score undetermined", "share undetermined"]), (3, ["score notApplicable"]),
  ])
  func anEnabledRuleNeedsItsCases(_ row: (left: Int, lacking: [String])) throws {
    var cases = Self.cases
    cases.remove(at: row.left)
    let report = try report(
      Self.trace(#"{ "row": "r1", "rules": ["score", "plan", "share"] }"#), cases: cases)
    #expect(!report.isComplete)
    #expect(report.rows[0].rules.flatMap { rule in rule.unseen.map { "\(rule.id) \($0)" } } == row.lacking)
  }

  @Test func strangersAreToldWithTheirPlace() throws {
    let report = try report(
      """
      { "source": "plna", "rows": [
        { "row": "r1", "rules": ["scor"] },
        { "row": "r1", "rules": ["score"] } ] }
      """)
    #expect(report.defects.map(\.code) == [.unknownSource, .unknownRule, .repeatedElement])
    #expect(report.defects.map(\.suggestion) == ["plan", "score", nil])
    #expect(report.defects.map { $0.place?.line } == [1, 2, 3])
    #expect(!report.isComplete)
  }

  /// What many records decide is tested by cases of several records, and so is what one decides beside others.
  @Test func aRuleOnGroupsIsTestedByCasesOfSeveralRecords() throws {
    let rules = [
      TemporaryPack.rule("high", #""kind": "aggregate", "function": "max", "value": "score", "atLeast": 50"#),
      TemporaryPack.rule("share", #""kind": "threshold", "value": "share", "atLeast": 5"#),
    ]
    func together(_ scores: [String], _ group: String, _ share: Int, _ finding: String) -> String {
      let records = scores.enumerated().map {
        #"{ "type": "unit", "id": "u\#($0)", "share": \#(share), "score": \#($1) }"#
      }
      return """
        { "name": "\(group)", "asOf": "2021-12-31", "records": [\(records.joined(separator: ","))],
          "expect": { "groups": [{ "rule": "high", "outcome": "\(group)" }],
            "records": { "u0": { "findings": { "share": "\(finding)" } } } } }
        """
    }
    let cases = [
      together(["60", "40"], "satisfied", 5, "satisfied"), together(["40", "30"], "violated", 4, "violated"),
      TemporaryPack.ruleCase("open", "", #""share": "undetermined""#),
    ]
    let open = together(["40", "null"], "undetermined", 5, "satisfied")
    func report(_ cases: [String]) throws -> TraceReport {
      let pack = try TemporaryPack.units(
        rules: rules.joined(separator: ","),
        manifest: #", "sources": { "plan": { "title": { "vi": "K", "en": "P" } } }"#,
        cases: cases.joined(separator: ","),
        more: ["p/trace.json": Self.trace(#"{ "row": "r1", "rules": ["high", "share"] }"#)])
      let loader = PackLoader()
      let open = try #require(loader.open(folder: pack.folder).open)
      return TraceRun(folder: pack.folder, open, loader: loader).report()
    }
    #expect(try report(cases + [open]).isComplete)
    let partial = try report(cases)
    #expect(partial.defects.isEmpty)
    #expect(partial.rows[0].rules.map(\.unseen) == [[.undetermined], []])
  }

  @Test func aPackWithoutTraceIsAGap() throws {
    let pack = try TemporaryPack.units(rules: Self.rules, cases: "")
    let loader = PackLoader()
    let open = try #require(loader.open(folder: pack.folder).open)
    let report = TraceRun(folder: pack.folder, open, loader: loader).report()
    #expect(report.defects.map(\.code) == [.fileNotFound])
    #expect(!report.isComplete)
  }
}
