import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// What all rules have in common, and what kinds may say of their parameters.
@Suite struct RuleTests {
  private func rule(_ members: String) throws -> CompiledRule {
    let loading = Packs.load(rules: Packs.rule("r", members))
    #expect(loading.defects.map(summary) == [])
    return try #require(loading.pack?.rules.first)
  }

  private func defects(_ members: String, manifest: String = "") -> [String] {
    Packs.load(rules: Packs.rule("r", members), manifest: manifest).defects.map(summary)
  }

  @Test func commonMembersAreRead() throws {
    let rule = try rule(
      """
      "kind": "evidence", "of": "name", "when": "kind == 'district'", "cites": ["plan#1", "plan"],
      "severity": "advisory", "confidence": "unverified", "due": "2021-10-31", "whenMissing": "undetermined",
      "period": { "from": "2021-02-01", "before": "2021-03-01" },
      "message": { "violated": { "vi": "Thiếu {missing}", "en": "No {missing}" } }
      """)
    #expect(rule.cites == ["plan#1", "plan"])
    #expect(rule.severity == .advisory)
    #expect(rule.isUnverified)
    #expect(rule.whenMissing == .undetermined)
    #expect(rule.check.applies?.text == "kind == 'district'")
    #expect(rule.check.due?.text == #"date("2021-10-31")"#)
    #expect(try rule.period == DateSpan(from: CivilDate("2021-02-01"), before: CivilDate("2021-03-01")))
    #expect(rule.check.messages.violated.id == "evidence.absent")
    #expect(rule.check.messages.violated.text.vi == "Thiếu {missing}")
    #expect(rule.check.messages.satisfied.id == "evidence.given")
  }

  @Test func theDayOfKnowledgeIsReadByDueAlone() throws {
    #expect(
      try rule(#""kind": "evidence", "of": "name", "due": "asOf.addDays(-30)""#).check.due?.text
        == "asOf.addDays(-30)")
    #expect(
      defects(#""kind": "expression", "holds": "sentOn < asOf", "when": "sentOn == asOf""#) == [
        "expression p/rules.json:1 `asOf` [asOf]", "expression p/rules.json:1 `asOf` [asOf]",
      ])
  }

  @Test func placeholdersAreKnown() {
    #expect(
      defects(
        #""kind": "evidence", "of": "name", "message": { "violated": { "vi": "\u0110\u1ea1t {measurd}", "en": "{x}" } }"#
      )
        == [
          "unknownPlaceholder p/rules.json:1 `{measurd}` [measurd] → measured",
          "unknownPlaceholder p/rules.json:1 `{x}` [x]",
        ])
  }

  @Test func authorsCantAskWhatIsKnown() {
    #expect(
      defects(#""kind": "expression", "holds": "isKnownTrue(score > 1)""#) == [
        "expression p/rules.json:1 `isKnownTrue(score > 1)` [isKnownTrue]"
      ])
  }

  @Test func pointsAreNumbersByOutcome() throws {
    let whole = try #require(try rule(#""kind": "evidence", "of": "name", "points": 5"#).points)
    #expect(whole.satisfied?.text == "5" && whole.violated == nil)
    let parts = try #require(
      try rule(#""kind": "evidence", "of": "name", "points": { "satisfied": "score * 2", "violated": -1 }"#)
        .points)
    #expect(parts.satisfied?.text == "score * 2" && parts.violated?.text == "-1")
    #expect(
      defects(#""kind": "evidence", "of": "name", "points": "name""#) == [
        #"wrongExpressionType p/rules.json:1 `"name"` [string | int, decimal, ratio]"#
      ])
  }

  @Test func aCommentInAnExpressionSwallowsNothing() throws {
    let rule = try rule(#""kind": "threshold", "value": "score // points", "atLeast": 5"#)
    #expect(rule.check.requires.text == "(score // points\n) >= 5")
  }

  @Test func anAuthorsTextCantLeaveItsParentheses() {
    #expect(
      defects(#""kind": "threshold", "value": "score) > 0 || (score", "atLeast": 5"#) == [
        "expression p/rules.json:1 `)` [) | operator]"
      ])
  }

  /// A macro of a kind must not hide a field of the record.
  @Test func variablesOfKindsHideNothing() throws {
    let rule = try rule(
      #""kind": "covers", "of": "topics.filter(element, element != name)", "all": ["member"]"#)
    #expect(!rule.check.requires.text.string.contains("exists(element,"))
  }

  @Test func aLimitIsANumberOrAnExpression() throws {
    #expect(
      try rule(#""kind": "threshold", "value": "score", "atLeast": -5.50"#).check.requires.text
        == "score >= (-5.50)")
    #expect(
      try rule(#""kind": "threshold", "value": "score", "atLeast": "count * 2", "tolerance": 1"#).check
        .requires.text
        == "score >= (count * 2) - 1")
    #expect(
      defects(#""kind": "threshold", "value": "score", "atLeast": 1e30"#) == [
        "invalidNumber p/rules.json:1 `1e30` [1e30 | digits]"
      ])
  }

  @Test(arguments: [
    (
      #""kind": "threshold", "value": "score", "between": [5, 4]"#,
      #"reversedBand p/rules.json:1 `[5, 4]` [5 | 4]"#
    ),
    (
      #""kind": "threshold", "value": "score", "between": [1, 2, 3]"#,
      #"wrongType p/rules.json:1 `[1, 2, 3]` [between | array | array of 2]"#
    ),
    (
      #""kind": "threshold", "value": "score", "atLeast": 5, "direction": "twoSided""#,
      #"missingMember p/rules.json:1 `"twoSided"` [between | threshold]"#
    ),
    (
      #""kind": "deadline", "value": "sentOn", "before": "2021-02-30""#,
      #"invalidDate p/rules.json:1 `"2021-02-30"` [2021-02-30]"#
    ),
    (
      #""kind": "deadline", "value": "score", "before": "2021-02-03""#,
      #"wrongExpressionType p/rules.json:1 `"score"` [decimal | date]"#
    ),
    (
      #""kind": "window", "value": "sentOn", "within": "2021-Q5""#,
      #"invalidPeriod p/rules.json:1 `"2021-Q5"` [2021-Q5]"#
    ),
    (
      #""kind": "window", "start": "sentOn", "within": "2021""#,
      #"missingMember p/rules.json:1 `"window"` [end | window]"#
    ),
    (
      #""kind": "membership", "value": "kind", "in": ["district", "comune"]"#,
      #"notAMember p/rules.json:1 `"comune"` [comune | unit.kind | district | commune] → commune"#
    ),
    (
      #""kind": "membership", "value": "kind", "atLeast": "district""#,
      #"wrongExpressionType p/rules.json:1 `"kind"` [unit.kind | ordered enum]"#
    ),
    (
      #""kind": "membership", "value": "grade", "atLeast": "hihg""#,
      #"notAMember p/rules.json:1 `"hihg"` [hihg | unit.grade | low | middle | high] → high"#
    ),
    (
      #""kind": "membership", "value": "score", "in": ["a"]"#,
      #"invalidValue p/rules.json:1 `"a"` [a | decimal]"#
    ),
    (
      #""kind": "covers", "of": "topics", "all": ["a", "b", "a"]"#,
      #"repeatedElement p/rules.json:1 `"a"` [a]"#
    ),
    (
      #""kind": "covers", "of": "topics", "atLeast": 3, "among": ["a", "b"]"#,
      #"countOutOfRange p/rules.json:1 `3` [3 | 2]"#
    ),
    (
      #""kind": "covers", "of": "score", "all": ["a"]"#,
      #"wrongExpressionType p/rules.json:1 `"score"` [decimal | list]"#
    ),
    (
      #""kind": "consistency", "left": "name", "right": "score""#,
      #"wrongExpressionType p/rules.json:1 `"score"` [decimal | string]"#
    ),
    (
      #""kind": "exclusion", "fact": "name""#, #"wrongExpressionType p/rules.json:1 `"name"` [string | bool]"#
    ),
    (
      #""kind": "each", "of": "topics", "holds": "item.size() > nothing""#,
      #"expression p/rules.json:1 `nothing` [nothing]"#
    ),
  ])
  func parametersOfKindsAreChecked(_ members: String, _ defect: String) {
    #expect(defects(members) == [defect])
  }

  @Test(arguments: [
    (#", "lawDate": "sentOn""#, [] as [String]),
    (#", "lawDate": "sendOn""#, [#"unknownField p/pack.json:4 `"sendOn"` [sendOn | unit] → sentOn"#]),
    (#", "lawDate": "score""#, [#"unknownField p/pack.json:4 `"score"` [score | unit]"#]),
    (#", "timeZone": "7""#, [#"invalidOffset p/pack.json:4 `"7"` [7]"#]),
    (
      #", "notices": [ { "from": "2021-01-01" } ]"#,
      [#"missingMember p/pack.json:4 `{ "from": "2021-01-01" }` [text | notice]"#]
    ),
  ])
  func theManifestIsChecked(_ manifest: String, _ expected: [String]) {
    #expect(defects(#""kind": "evidence", "of": "name""#, manifest: manifest) == expected)
  }

  @Test func aKindThatFailsIsADefect() {
    struct BrokenKind: RecordKind {
      struct Parameters: Decodable, Sendable { var unread: Int }
      static let description = KindDescription(
        name: "broken", title: LocalizedText(vi: "B", en: "B"), doc: LocalizedText(vi: "B", en: "B"),
        members: [],
        examples: [])
      func compile(_ parameters: Parameters, _ context: CompileContext) throws -> Check {
        throw CancellationError()
      }
    }
    let loading = PackLoader(registry: KindRegistry([BrokenKind.self])).load(
      manifest: "p/pack.json", from: MemoryFiles(Packs.files(rules: Packs.rule("r", #""kind": "broken""#))))
    #expect(loading.defects.map(\.code) == [.kindFailed])
  }
}
