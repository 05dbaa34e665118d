import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// Template kinds: a rule of another kind with places for parameters.
@Suite struct TemplateTests {
  private static func template(
    _ name: String, parameters: String = "{}", rule: String, more: String = ""
  ) -> String {
    """
    { "kind": "\(name)", "title": { "vi": "M", "en": "T" }, "doc": { "vi": "M", "en": "T" },
      "parameters": \(parameters), "rule": \(rule)\(more) }
    """
  }

  private static let title = #""title": { "vi": "P", "en": "P" }"#

  private func load(_ kinds: String, _ rules: String = Packs.threshold()) -> PackLoading {
    Packs.load(rules: rules, more: "\"kinds\": [\n\(kinds)\n],")
  }

  private func defects(_ kinds: String, _ rules: String = Packs.threshold()) -> [String] {
    load(kinds, rules).defects.map(summary)
  }

  /// A template of a threshold over an expression and a limit.
  private static let half = template(
    "half",
    parameters: """
      { "of": { \(title), "type": "expression", "required": true },
        "least": { \(title), "type": "limit", "default": 3 }, "unit": { \(title), "type": "text" } }
      """,
    rule: """
      { "kind": "threshold", "value": "{of} * 0.5", "atLeast": "{least}", "unit": "{unit}",
        "message": { "violated": { "vi": "thiếu {distance}", "en": "short of {distance}" } } }
      """)

  @Test func parametersTakeTheirPlaces() throws {
    let pack = try #require(
      load(
        Self.half,
        Packs.rule("a", #""kind": "half", "of": "count + 1""#) + ","
          + Packs.rule("b", #""kind": "half", "of": "score", "least": "count", "unit": "point""#)
      ).pack)
    #expect(
      pack.rules.map { $0.check.requires.text } == ["((count + 1) * 0.5) >= 3", "(score * 0.5) >= count"])
    #expect(pack.rules.map(\.kind) == ["half", "half"])
    #expect(pack.rules.map(\.check.unit) == [nil, "point"])
    #expect(pack.rules[0].check.messages.violated.text.en == "short of {distance}")
  }

  @Test func aRuleDecidesWhatBothSay() throws {
    let kind = Self.template(
      "paper",
      rule: #"{ "kind": "evidence", "of": "name", "whenMissing": "undetermined", "due": "2021-06-30" }"#)
    let rules =
      Packs.rule("a", #""kind": "paper""#) + ","
      + Packs.rule("b", #""kind": "paper", "whenMissing": "violated", "due": "2021-03-31""#)
    let pack = try #require(load(kind, rules).pack)
    #expect(pack.rules.map(\.whenMissing) == [.undetermined, .violated])
    #expect(pack.rules.map { $0.check.due?.text } == [#"date("2021-06-30")"#, #"date("2021-03-31")"#])
  }

  @Test func aPlaceWithoutValueTakesItsMemberAlong() throws {
    let kind = Self.template(
      "papers", parameters: "{ \"more\": { \(Self.title), \"type\": \"expression\" } }",
      rule: #"{ "kind": "evidence", "of": ["name", "{more}"] }"#)
    let rules =
      Packs.rule("a", #""kind": "papers""#) + "," + Packs.rule("b", #""kind": "papers", "more": "sentOn""#)
    let pack = try #require(load(kind, rules).pack)
    #expect(
      pack.rules.map { $0.check.requires.text } == [
        #"fold(name) != """#, #"fold(name) != "" && given(sentOn)"#,
      ])
  }

  @Test func aTemplateMayRestOnAnother() throws {
    let kinds =
      Self.template("third", rule: #"{ "kind": "half", "of": "count", "least": 9 }"#) + ",\n" + Self.half
    let pack = try #require(load(kinds, Packs.rule("a", #""kind": "third""#)).pack)
    #expect(pack.rules.map { $0.check.requires.text } == ["(count * 0.5) >= 9"])
  }

  @Test(arguments: [
    (
      #""kind": "half""#,
      ["missingMember p/rules.json:6 `\(Packs.rule("a", #""kind": "half""#))` [of | rule]"]
    ),
    (
      #""kind": "half", "of": "score", "lest": 4"#,
      [#"unknownMember p/rules.json:6 `"lest"` [lest | rule] → least"#]
    ),
    (#""kind": "half", "of": 3"#, ["wrongType p/rules.json:6 `3` [of | number | expression]"]),
    (#""kind": "half", "of": "scor""#, ["expression p/rules.json:6 `\"scor\"` [scor] → score"]),
    (
      #""kind": "half", "of": "score", "least": "scor + 1""#,
      ["expression p/rules.json:6 `scor` [scor] → score"]
    ),
    (#""kind": "hlf", "of": "score""#, [#"unknownKind p/rules.json:6 `"hlf"` [hlf] → half"#]),
  ])
  func slipsOfAUseAreToldAtTheirPlace(_ row: (rule: String, defects: [String])) {
    #expect(defects(Self.half, Packs.rule("a", row.rule)) == row.defects)
  }

  @Test func slipsOfATemplateAreToldOnce() {
    let kinds = [
      Self.template("each", rule: #"{ "kind": "threshold" }"#),
      Self.template("loop", rule: #"{ "kind": "pool" }"#),
      Self.template("pool", rule: #"{ "kind": "loop" }"#),
      Self.template("twice", rule: #"{ "kind": "evidence", "of": "name" }"#),
      Self.template("twice", rule: #"{ "kind": "evidence", "of": "name" }"#),
      Self.template("odd", rule: #"{ "kind": "evidnce", "of": "name" }"#),
      Self.template(
        "gaps", parameters: "{ \"a\": { \(Self.title), \"type\": \"limit\" } }",
        rule: #"{ "kind": "threshold", "value": "1 + {a} + {b}", "atMst": 3, "severity": "target" }"#),
      Self.template(
        "wrong", parameters: "{ \"a\": { \(Self.title), \"type\": \"integer\", \"default\": \"x\" } }",
        rule: #"{ "kind": "threshold", "value": "{a}", "atMost": 3 }"#),
    ].joined(separator: ",\n")
    let rules = ["loop", "gaps", "odd", "wrong"].map { Packs.rule($0, "\"kind\": \"\($0)\"") }
    #expect(
      defects(kinds, rules.joined(separator: ",")) == [
        #"builtInKind p/rules.json:2 `"each"` [each]"#,
        #"templateCycle p/rules.json:5 `"pool"` [loop → pool → loop]"#,
        #"duplicate p/rules.json:10 `"twice"` [kind | twice]"#,
        #"unknownKind p/rules.json:13 `"evidnce"` [evidnce] → evidence"#,
        #"missingMember p/rules.json:15 `{ "title": { "vi": "P", "en": "P" }, "type": "limit" }` [default | template parameter]"#,
        #"unknownPlaceholder p/rules.json:15 `{b}` [b]"#,
        #"unknownMember p/rules.json:15 `"atMst"` [atMst | rule of kind threshold] → atMost"#,
        #"unknownMember p/rules.json:15 `"severity"` [severity | rule of kind threshold]"#,
        #"numberAsText p/rules.json:17 `"x"` [x]"#,
      ])
  }

  @Test(arguments: CommonTemplates.all.map(\.name))
  func everyTemplateShowsPassAndFailAndWhatIsOpen(_ name: Text) throws {
    let kind = try #require(CommonTemplates.all.first { $0.name == name })
    let outcomes = Set(kind.examples.map(\.expected.outcome))
    #expect(outcomes.isSuperset(of: [.satisfied, .violated]))
    #expect(kind.whenMissing == .violated || !outcomes.isDisjoint(with: [.undetermined, .notYetDue]))
  }

  @Test func theCommonTemplatesAreThere() { #expect(CommonTemplates.all.count >= 20) }
}
