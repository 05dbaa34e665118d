import CEL
import Evaluator
import JSON
import RulePacks
import Testing

@testable import RuleReview

/// What became of single rules, parameters and awards.
@Suite struct PackComparisonTests {
  @Test(
    arguments: [
      (
        #""kind": "threshold", "value": "score", "atLeast": 67.1"#,
        #""kind": "threshold", "value": "score", "atLeast": 68"#, Effect.stricter
      ),
      (
        #""kind": "threshold", "value": "score", "atLeast": 68"#,
        #""kind": "threshold", "value": "score", "atLeast": 67.1"#, .looser
      ),
      (
        #""kind": "threshold", "value": "score", "between": [1, 5]"#,
        #""kind": "threshold", "value": "score", "between": [2, 6]"#, .incomparable
      ),
      (
        #""kind": "threshold", "value": "score", "atLeast": 5"#,
        #""kind": "threshold", "value": "share", "atLeast": 5"#, .incomparable
      ),
      (
        #""kind": "threshold", "value": "score", "atLeast": 5"#,
        #""kind": "expression", "holds": "!(score < 5.0)""#, .same
      ),
      (
        #""kind": "expression", "holds": "hasPlan", "when": "kind == 'district'""#,
        #""kind": "expression", "holds": "hasPlan""#, .stricter
      ),
      (
        #""kind": "expression", "holds": "hasPlan", "when": "kind in ['district', 'commune']""#,
        #""kind": "expression", "holds": "hasPlan", "when": "kind == 'commune'""#, .looser
      ),
      (
        #""kind": "expression", "holds": "size(themes) >= 2""#,
        #""kind": "expression", "holds": "themes.existsAtLeast(3, t, true)""#, .stricter
      ),
      (
        #""kind": "history", "of": "themes", "year": "size(item)", "ending": "2020", "atLeast": 3"#,
        #""kind": "history", "of": "themes", "year": "size(item)", "ending": "2020", "atLeast": 4"#, .stricter
      ),
      (
        #""kind": "history", "of": "themes", "year": "size(item)", "ending": "2020", "atLeast": 4"#,
        #""kind": "history", "of": "themes", "year": "size(item)", "ending": "2020", "atLeast": 3"#, .looser
      ),
      (
        #""kind": "history", "of": "themes", "year": "size(item)", "ending": "2020", "atLeast": 3"#,
        #""kind": "history", "of": "themes", "year": "size(item)", "ending": "2021", "atLeast": 4"#,
        .incomparable
      ),
      (
        #""kind": "expression", "holds": "hasPlan", "due": "2021-06-30""#,
        #""kind": "expression", "holds": "hasPlan", "due": "2021-09-30""#, .looser
      ),
      (
        #""kind": "expression", "holds": "hasPlan", "due": "2021-06-30""#,
        #""kind": "expression", "holds": "hasPlan""#, .stricter
      ),
      (
        #""kind": "expression", "holds": "hasPlan", "whenMissing": "violated""#,
        #""kind": "expression", "holds": "hasPlan""#, .looser
      ),
      (
        #""kind": "expression", "holds": "hasPlan", "severity": "target""#,
        #""kind": "expression", "holds": "hasPlan", "severity": "mandatory""#, .same
      ),
      (
        #""kind": "expression", "holds": "hasPlan", "enabled": true"#,
        #""kind": "expression", "holds": "hasPlan || score > 3.0""#, .looser
      ),
    ] as [(String, String, Effect)])
  func aRuleIsStricterOrLooser(_ old: String, _ new: String, _ effect: Effect) throws {
    let packs = try ComparedPacks(
      rules: [TemporaryPack.rule("a", old)], [TemporaryPack.rule("a", new)])
    #expect(packs.changes.map(\.name) == ["a"])
    #expect(packs.change("a")?.effect == effect)
  }

  @Test func theLimitStandsWithItsUnitAndPlace() throws {
    let packs = try ComparedPacks(
      rules: [TemporaryPack.rule("a", #""kind": "threshold", "value": "score", "atLeast": 67.10"#)],
      [TemporaryPack.rule("a", #""kind": "threshold", "value": "score", "atLeast": 68"#)])
    let change = try #require(packs.change("a"))
    #expect(change.members.map(\.name) == ["atLeast"])
    #expect(change.place?.file == "p/rules.json")
  }

  @Test func spellingOrderAndWordsAreNoChangeOfMeaning() throws {
    let packs = try ComparedPacks(
      rules: [
        TemporaryPack.rule("a", #""kind": "threshold", "value": "score", "atLeast": 67.10"#),
        TemporaryPack.rule("b", #""kind": "expression", "holds": "hasPlan""#),
      ],
      [
        TemporaryPack.rule("a", #""atLeast": 67.1, "value": "score", "kind": "threshold""#),
        #"{ "id": "b", "on": "unit", "title": { "vi": "Khác", "en": "Other" }, "kind": "expression", "holds": "hasPlan" }"#,
      ])
    #expect(packs.changes.map(\.name) == ["b"])
    #expect(packs.change("b")?.effect == .wording)
  }

  @Test func aRuleIsKnownByItsContent() throws {
    let packs = try ComparedPacks(
      rules: [
        TemporaryPack.rule("a", #""kind": "threshold", "value": "score", "atLeast": 67.1"#),
        TemporaryPack.rule("gone", #""kind": "expression", "holds": "hasPlan""#),
      ],
      [
        TemporaryPack.rule("b", #""kind": "threshold", "value": "score", "atLeast": 67.1"#),
        TemporaryPack.rule("new", #""kind": "threshold", "value": "share", "atMost": 3"#),
      ])
    #expect(packs.changes.map(\.name) == ["b", "new", "gone"])
    #expect(packs.change("b")?.renamedFrom == "a")
    #expect(packs.change("new")?.sort == .added)
    #expect(packs.change("gone")?.sort == .removed)
    #expect(packs.change("gone")?.effect == .looser)
  }

  @Test func aParameterMakesItsRulesStricterFromItsDay() throws {
    let rule = TemporaryPack.rule("a", #""kind": "threshold", "value": "score", "atLeast": "params.least""#)
    func parameter(_ second: Int) -> String {
      #"""
      "least": { "title": { "vi": "M", "en": "M" }, "type": "number", "setBy": "law", "values": [
        { "from": "2021-01-01", "before": "2021-07-01", "value": 5 }, { "from": "2021-07-01", "value": \#(second) } ] }
      """#
    }
    let packs = try ComparedPacks(
      rules: [rule], [rule], parameters: (parameter(6), parameter(7)), manifest: #", "lawDate": "sentOn""#)
    let change = try #require(packs.change("a"))
    #expect(change.effect == .stricter)
    #expect(change.because == ["params.least"])
    #expect(change.since == (try CivilDate("2021-07-01")))
    #expect(packs.change("least")?.members.map(\.name) == ["values.2021-07-01"])
  }

  @Test(
    arguments: [
      (#"{ "all": ["a", "b"] }"#, #"{ "all": ["a", "b", "c"] }"#, Effect.stricter),
      (#"{ "all": ["a", "b"] }"#, #""a""#, .looser),
      (#"{ "any": ["a", "b"] }"#, #"{ "any": ["a", "b", "c"] }"#, .looser),
      (#"{ "atLeast": 2, "of": ["a", "b", "c"] }"#, #"{ "atLeast": 1, "of": ["a", "b", "c"] }"#, .looser),
      (#"{ "all": ["a", { "any": ["b", "c"] }] }"#, #"{ "all": ["a", { "any": ["b"] }] }"#, .stricter),
      (#"{ "all": ["a", "b"] }"#, #"{ "all": ["b", "a"] }"#, .same),
      (#"{ "all": ["a", "b"] }"#, #"{ "all": ["a", "c"] }"#, .incomparable),
    ] as [(String, String, Effect)])
  func anAwardIsStricterOrLooser(_ old: String, _ new: String, _ effect: Effect) throws {
    let rules = ["a", "b", "c"].enumerated().map { place, id in
      TemporaryPack.rule(id, #""kind": "threshold", "value": "score", "atLeast": \#(place)"#)
    }
    func award(_ requires: String) -> String {
      #"{ "id": "w", "on": "unit", "title": { "vi": "W", "en": "W" }, "requires": \#(requires) }"#
    }
    let packs = try ComparedPacks((rules, [award(old)], "", ""), (rules, [award(new)], "", ""))
    #expect(packs.change("w")?.effect == effect)
  }

  /// More alternatives than are followed: nothing can be proved, and nothing need be.
  @Test func whatNobodyTouchedIsNoChange() throws {
    let parts = (0..<9).map { place in
      "(" + ["a", "b", "c"].map { "themes.exists(t, t == '\($0)\(place)')" }.joined(separator: " || ") + ")"
    }
    let big = TemporaryPack.rule(
      "big", #""kind": "expression", "holds": "\#(parts.joined(separator: " && "))""#)
    let small = { (least: Int) in
      TemporaryPack.rule("small", #""kind": "threshold", "value": "score", "atLeast": \#(least)"#)
    }
    let packs = try ComparedPacks(rules: [big, small(1)], [big, small(2)])
    #expect(packs.changes.map(\.name) == ["small"])
    let reasoned = try #require(packs.comparison.new.reasoners["unit"])
    let rule = try #require(packs.new.pack.rules.first)
    let meaning = try #require(packs.comparison.new.meaning(rule, on: nil))
    #expect(!reasoned.implies(meaning.violated.negated, meaning.satisfied))
  }

  /// Rules in another order are the same criteria of an award that asks for all of them.
  @Test func anotherOrderOfRulesIsNoChange() throws {
    let rules = ["one", "two"].map {
      TemporaryPack.rule($0, "\"kind\": \"expression\", \"severity\": \"mandatory\", \"holds\": \"hasPlan\"")
    }
    let award = """
      { "id": "best", "on": "unit", "title": { "vi": "T", "en": "T" },
        "requires": { "every": { "severity": "mandatory" } } }
      """
    let packs = try ComparedPacks((rules, [award], "", ""), (rules.reversed(), [award], "", ""))
    #expect(packs.changes.map(\.name) == [])
  }

  /// A parameter within what reasoning doesn't look into: a count, a call, a last day.
  @Test(
    arguments: [
      (#""kind": "expression", "holds": "themes.all(t, size(t) <= params.limit)""#, "5", "9", Effect.looser),
      (
        #""kind": "threshold", "value": "percent(score, share + params.limit)", "atLeast": 4"#, "5", "9",
        .incomparable
      ),
      (
        #""kind": "expression", "holds": "hasPlan", "due": "sentOn.addDays(params.limit)""#, "9", "5",
        .stricter
      ),
      (
        #""kind": "elapsed", "from": "sentOn", "to": "decidedOn", "atMost": "params.limit""#, "5", "9",
        .looser
      ),
    ] as [(String, String, String, Effect)])
  func aParameterWithinATermMakesItAnother(
    _ members: String, _ before: String, _ after: String, _ effect: Effect
  ) throws {
    let rule = TemporaryPack.rule("a", members)
    func parameter(_ value: String) -> String {
      #"""
      "limit": { "title": { "vi": "M", "en": "M" }, "type": "integer", "setBy": "committee",
        "values": [{ "value": \#(value) }] }
      """#
    }
    let award = #"{ "id": "w", "on": "unit", "title": { "vi": "W", "en": "W" }, "requires": "a" }"#
    let packs = try ComparedPacks(
      ([rule], [award], parameter(before), ""), ([rule], [award], parameter(after), ""))
    let change = try #require(packs.change("a"))
    #expect(change.effect == effect)
    #expect(change.because == ["params.limit"])
    #expect(packs.change("w")?.because == ["a"])
  }

  @Test func theManifestTellsItsDocuments() throws {
    let rule = TemporaryPack.rule("a", #""kind": "expression", "holds": "hasPlan""#)
    func manifest(_ number: Int, _ zone: String) -> String {
      #"""
      , "timeZone": "\#(zone)",
      "sources": { "plan": { "title": { "vi": "K", "en": "P" }, "number": "\#(number)" } }
      """#
    }
    let packs = try ComparedPacks(
      ([rule], [], "", manifest(1, "+07:00")), ([rule], [], "", manifest(2, "-03:30")))
    #expect(packs.change("p")?.members.map(\.name) == ["timeZone", "sources.plan.number"])
  }

  /// A template that binds others names itself, as nothing was touched that its rules say.
  @Test func aTemplateIsNamedByWhatItChanged() throws {
    func open(_ least: Int) throws -> OpenPack {
      let pack = try TemporaryPack.units(
        rules: TemporaryPack.rule("a", #""kind": "scoreReaches""#),
        cases: "",
        more: [
          "p/unit.json": """
          { "recordTypes": [{ "recordType": "unit", "key": ["id"], "title": { "vi": "Đơn vị", "en": "Unit" },
              "fields": { "id": { "type": "string" }, "score": { "type": "number" } } }],
            "kinds": [{ "kind": "scoreReaches", "title": { "vi": "Điểm", "en": "Score" }, "parameters": {},
              "doc": { "vi": "Điểm đủ mức.", "en": "The score reaches the least." },
              "rule": { "kind": "threshold", "value": "score", "atLeast": \(least) } }] }
          """
        ])
      let (open, loading) = PackLoader().open(folder: pack.folder)
      #expect(loading.defects.map { "\($0.code) \($0.arguments)" } == [])
      return try #require(open)
    }
    let comparison = PackComparison(try open(1), try open(2), folders: ("p/", "p/"))
    let change = try #require(comparison.diff.changes.first { $0.name == "a" })
    #expect(change.effect == .stricter)
    #expect(change.because == ["scoreReaches"])
  }
}
