import CEL
import Evaluator
import JSON
import RulePacks
import Testing

@testable import RuleReview

/// What the mutation run says of each mutant, against loading the changed pack and running every case.
@Suite struct MutationRunTests {
  private static let rules = [
    TemporaryPack.rule(
      "score", #""kind": "threshold", "when": "kind == 'district'", "value": "score", "atLeast": 67.1"#),
    TemporaryPack.rule(
      "plan",
      #""kind": "expression", "holds": "hasPlan && (share > 0.5 || score in [1, 2])", "severity": "target""#),
    TemporaryPack.rule("sent", #""kind": "deadline", "value": "sentOn", "onOrBefore": "2021-06-30""#),
    TemporaryPack.rule(
      "tolerant",
      #""kind": "threshold", "value": "share", "atMost": "params.ceiling", "period": { "from": "2021-03-01" }"#
    ),
    TemporaryPack.rule(
      "chosen", #""kind": "expression", "enabled": false, "holds": "score > 3""#),
  ].joined(separator: ", ")

  private static let awards = """
    { "id": "best", "on": "unit", "title": { "vi": "T", "en": "T" },
      "requires": { "all": ["score", { "any": ["plan", "sent"] }, { "every": { "severity": "mandatory" } }] } }
    """

  private static let parameters = """
    "ceiling": { "title": { "vi": "T", "en": "T" }, "type": "number", "setBy": "committee",
      "values": [{ "from": "2021-01-01", "value": 0.8 }] }
    """

  private static let cases = [
    TemporaryPack.ruleCase(
      "at the limit", #", "kind": "district", "score": 67.1"#, #""score": "satisfied""#),
    TemporaryPack.ruleCase(
      "a step below", #", "kind": "district", "score": 67"#, #""score": "violated", "chosen": "satisfied""#,
      more: #""enable": ["chosen"],"#),
    TemporaryPack.ruleCase("a commune", #", "kind": "commune", "score": 1"#, #""score": "notApplicable""#),
    TemporaryPack.ruleCase(
      "planned", #", "hasPlan": true, "share": 0.6, "score": 9"#,
      #""plan": "satisfied", "tolerant": "satisfied""#),
    TemporaryPack.ruleCase("unplanned", #", "hasPlan": false, "share": 0.9"#, #""plan": "violated""#),
    TemporaryPack.ruleCase(
      "set otherwise", #", "share": 0.3"#, #""tolerant": "violated""#, more: #""set": { "ceiling": 0.2 },"#),
    TemporaryPack.ruleCase("late", #", "sentOn": "2021-07-01""#, #""sent": "violated""#),
    """
    { "name": "honoured", "type": "unit", "asOf": "2021-12-31",
      "record": { "id": "u", "kind": "district", "score": 67.1, "sentOn": "2021-06-30", "share": 0.1,
        "hasPlan": false },
      "expect": { "verdicts": { "best": "eligible" } } }
    """,
  ].joined(separator: ", ")

  @Test func agreesWithLoadingEachChangedPackAndRunningEveryCase() throws {
    try expectAgreement(
      TemporaryPack.units(
        rules: Self.rules, awards: Self.awards, parameters: Self.parameters, cases: Self.cases),
      tried: 40, noticed: 15)
  }

  /// Groups and rosters, too: what is noticed only where records are judged together.
  @Test func agreesOnWhatRecordsDecideTogether() throws {
    let rules = [
      TemporaryPack.rule("score", #""kind": "threshold", "value": "score", "atLeast": 1"#),
      TemporaryPack.rule(
        "half", #""kind": "share", "when": "score > 0", "where": "hasPlan", "atLeast": 50"#),
      TemporaryPack.rule("themes", #""kind": "unique", "by": "themes""#),
    ].joined(separator: ", ")
    let award = """
      { "id": "flag", "on": "unit", "title": { "vi": "T", "en": "T" }, "requires": { "all": ["score", "half"] },
        "rankBy": [ { "value": "score", "order": "descending" }, { "value": "share", "order": "ascending" } ],
        "per": ["string(kind)"],
        "quotas": [ { "share": { "value": "params.quota", "unit": "%" }, "per": ["string(kind)"] },
                    { "number": 4, "rounding": "up" } ] }
      """
    let parameter = """
      "quota": { "title": { "vi": "T", "en": "T" }, "type": "number", "setBy": "committee",
        "values": [{ "value": 50 }] }
      """
    func unit(_ id: String, _ score: Int, _ share: String, _ more: String = "") -> String {
      #"{ "id": "\#(id)", "kind": "district", "score": \#(score), "share": \#(share), "hasPlan": true\#(more) }"#
    }
    let cases = [
      """
      { "name": "half of four", "type": "unit", "asOf": "2021-12-31",
        "records": [\(unit("d", 1, "0.1")), \(unit("c", 2, "0.2")), \(unit("b", 2, "0.1")), \(unit("a", 0, "0.1"))],
        "expect": { "rosters": [ { "award": "flag", "group": { "group1": "district" },
          "nominated": ["b", "c"], "reserve": ["d"] } ] } }
      """,
      """
      { "name": "alike", "type": "unit", "asOf": "2021-12-31",
        "records": [\(unit("a", 1, "0.1", #", "themes": ["x", "y"]"#)), \(unit("b", 1, "0.1", #", "themes": ["y"]"#))],
        "expect": { "groups": [ { "rule": "themes", "outcome": "violated", "members": ["a", "b"] },
          { "rule": "half", "outcome": "satisfied", "measured": 100 } ] } }
      """,
    ].joined(separator: ", ")
    try expectAgreement(
      TemporaryPack.units(rules: rules, awards: award, parameters: parameter, cases: cases), tried: 25,
      noticed: 10)
  }

  private func expectAgreement(_ pack: TemporaryPack, tried least: Int, noticed: Int) throws {
    let loader = PackLoader()
    let suite = CaseSuite(folder: pack.folder, loader: loader)
    let open = try #require(loader.open(folder: pack.folder).open)
    #expect(suite.run().allSatisfy { $0.passes })
    let report = MutationRun(suite, open).report()
    let unnoticed = Set(report.unnoticed.map(\.entry))
    #expect(report.tried > least)
    #expect(!unnoticed.isEmpty && report.noticed > noticed)

    var tried = 0
    for declaration in open.declarations + open.populationDeclarations {
      for mutant in DeclarationMutator(macros: open.macros).mutants(of: declaration) {
        let changed = try ChangedPack(pack.folder, declaration, mutant)
        guard changed.isLegal(loader), changed.differs(from: open, loader, declaration) else { continue }
        tried += 1
        let isNoticed = !changed.casesPass(suite, loader)
        #expect(
          unnoticed.contains(mutant.entry) == !isNoticed, "\(mutant.name) \(mutant.at): \(mutant.becomes)")
      }
    }
    #expect(tried == report.tried)
  }

  @Test func listedMutantsDontCountAndMustHold() throws {
    let list = """
      { "equivalent": [
        { "rule": "score", "at": "atLeast", "becomes": 67.0, "because": { "vi": "V", "en": "E" } },
        { "rule": "sent", "at": "onOrBefore", "becomes": "2021-07-01", "because": { "vi": "V", "en": "E" } },
        { "rule": "score", "at": "atLeast", "becomes": 99, "because": { "vi": "V", "en": "E" } } ] }
      """
    let cases = [
      TemporaryPack.ruleCase("at", #", "score": 67.1"#, #""score": "satisfied""#),
      TemporaryPack.ruleCase("late", #", "sentOn": "2021-07-01""#, #""sent": "violated""#),
    ].joined(separator: ", ")
    let rules = [
      TemporaryPack.rule("score", #""kind": "threshold", "value": "score", "atLeast": 67.1"#),
      TemporaryPack.rule("sent", #""kind": "deadline", "value": "sentOn", "onOrBefore": "2021-06-30""#),
    ].joined(separator: ", ")
    let pack = try TemporaryPack.units(rules: rules, cases: cases, more: ["p/mutants.json": list])
    let suite = CaseSuite(folder: pack.folder, loader: PackLoader())
    let open = try #require(PackLoader().open(folder: pack.folder).open)
    let report = MutationRun(suite, open).report()
    #expect(report.equivalent.map(\.at) == ["atLeast"])
    #expect(report.counted == report.tried - 1)
    #expect(report.problems.map(\.reason) == [.noticed(by: "late"), .unknown])
    #expect(report.problems.map(\.place.line) == [3, 4])
    // An entry of another rule is not held against a run over one.
    #expect(MutationRun(suite, open).report(subject: "sent").problems.map(\.reason) == [.noticed(by: "late")])
  }

  @Test func broughtUpToDateIsAsJudgedAnew() throws {
    let pack = try TemporaryPack.units(
      rules: Self.rules, awards: Self.awards, parameters: Self.parameters, cases: Self.cases)
    let suite = CaseSuite(folder: pack.folder, loader: PackLoader())
    let open = try #require(PackLoader().open(folder: pack.folder).open)
    for ruleCase in suite.cases where ruleCase.enable.isEmpty {
      let record = try #require(CaseRunner(open.pack).bind(ruleCase).record)
      guard case .judged(let before) = PackEvaluator(open.pack, asOf: ruleCase.asOf).evaluate(record) else {
        continue
      }
      for (place, rule) in open.pack.rules.enumerated() {
        var changed = open.pack
        let next = (place + 1) % 4
        changed.rules[place].check.requires = open.pack.rules[next].check.requires
        changed.rules[next].check.requires = rule.check.requires
        changed.rules[place].period = DateSpan(before: place == 2 ? .first : nil)
        let evaluator = PackEvaluator(changed, asOf: ruleCase.asOf)
        let updated = evaluator.reevaluate(before, replacing: [place, next])
        #expect("\(updated)" == "\(evaluator.evaluate(record))", "\(rule.id)")
      }
    }
  }
}
