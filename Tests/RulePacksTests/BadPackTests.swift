import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// Every way in which the files of a pack can be wrong is told with its place; nothing crashes, nothing is lost.
@Suite struct BadPackTests {
  @Test func aSoundPackHasNoDefects() {
    let loading = Packs.load(rules: Packs.threshold())
    #expect(loading.defects.map(summary) == [])
    #expect(loading.pack?.rules.map(\.id) == ["r"])
  }

  @Test(arguments: [
    ("", "json p/pack.json:1 ``"), ("not json", "json p/pack.json:1 `not`"),
    ("[]", "wrongType p/pack.json:1 `[]` [manifest | array | manifest]"),
    ("{ \"pack\": \"p\",", "json p/pack.json:1 ``"), ("\u{FEFF}{}", "json p/pack.json:1 `\u{FEFF}`"),
  ])
  func manifestsThatAreNone(_ text: String, _ defect: String) {
    let loading = Packs.load(["p/pack.json": Array(text.utf8)])
    #expect(loading.pack == nil)
    #expect(loading.defects.first.map(summary) == defect)
  }

  @Test func anEmptyManifestLacksItsMembers() {
    let loading = Packs.load(["p/pack.json": Array("{}".utf8)])
    #expect(
      loading.defects.map(summary) == [
        #"missingMember p/pack.json:1 `{}` [pack | manifest]"#,
        #"missingMember p/pack.json:1 `{}` [version | manifest]"#,
        #"missingMember p/pack.json:1 `{}` [title | manifest]"#,
        #"noLawDate p/pack.json:1 `{}`"#,
      ])
  }

  @Test func aMissingManifestIsTold() {
    #expect(Packs.load([:]).defects.map(summary) == ["fileNotFound [p/pack.json]"])
  }

  @Test func cyclesOfIncludesAreTold() {
    var files = Packs.files()
    files["p/rules.json"] = Array(#"{ "include": ["more.json"] }"#.utf8)
    files["p/more.json"] = Array(#"{ "include": ["rules.json"] }"#.utf8)
    #expect(
      Packs.load(files).defects.map(summary) == [
        #"includeCycle p/more.json:1 `"rules.json"` [p/rules.json → p/more.json → p/rules.json]"#
      ])
  }

  @Test func includesLeadNowhereElse() {
    var files = Packs.files()
    files["p/rules.json"] = Array(
      #"{ "include": ["../../etc/passwd", "/etc/passwd", "gone.json", "pack.json", 5] }"#.utf8)
    #expect(
      Packs.load(files).defects.map(summary) == [
        #"outsideRulesFolder p/rules.json:1 `"../../etc/passwd"` [../../etc/passwd]"#,
        #"invalidPath p/rules.json:1 `"/etc/passwd"` [/etc/passwd]"#,
        #"fileNotFound p/rules.json:1 `"gone.json"` [p/gone.json]"#,
        #"manifestIncluded p/rules.json:1 `"pack.json"` [p/pack.json]"#,
        #"wrongType p/rules.json:1 `5` [include | number | string]"#,
      ])
  }

  @Test func aLongChainOfIncludesIsCut() {
    var files = Packs.files()
    files["p/rules.json"] = Array(#"{ "include": ["f0.json"] }"#.utf8)
    for number in 0..<1000 {
      files[Text("p/f\(number).json")] = Array("{ \"include\": [\"f\(number + 1).json\"] }".utf8)
    }
    #expect(Packs.load(files).defects.map(\.code) == [.includesTooDeep])
  }

  @Test func aFileIncludedTwiceIsReadOnce() {
    var files = Packs.files(rules: Packs.threshold())
    files["p/unit.json"] = files["p/unit.json"]
    files["p/more.json"] = Array(#"{ "include": ["rules.json", "unit.json"] }"#.utf8)
    files["p/pack.json"] = Array(
      String(decoding: files["p/pack.json"] ?? [], as: UTF8.self)
        .replacing("\"rules.json\"]", with: "\"rules.json\", \"more.json\", \"rules.json\"]").utf8)
    #expect(Packs.load(files).defects.map(summary) == [])
  }

  @Test func unknownKindsAreTold() {
    let loading = Packs.load(rules: Packs.rule("r", #""kind": "treshold", "value": "score", "atLeast": 5"#))
    #expect(
      loading.defects.map(summary) == [
        #"unknownKind p/rules.json:1 `"treshold"` [treshold] → threshold"#
      ])
  }

  @Test func syntaxErrorsOfExpressionsPointIntoTheFile() {
    let loading = Packs.load(
      rules: Packs.rule("r", #""kind": "threshold", "value": "\u0031 + + 2", "atLeast": 5"#))
    #expect(loading.defects.map(\.code) == [.expression])
    #expect(loading.defects.first?.place.map(underlined) == "+")
    #expect(loading.defects.first?.place?.column == 116)
  }

  @Test func typeErrorsOfExpressionsAreTold() {
    let loading = Packs.load(
      rules: [
        Packs.rule("a", #""kind": "threshold", "value": "score + name", "atLeast": 5"#),
        Packs.rule("b", #""kind": "threshold", "value": "name", "atLeast": 5"#),
        Packs.rule("c", #""kind": "threshold", "when": "score", "value": "score", "atLeast": 5"#),
        Packs.rule("d", #""kind": "threshold", "value": "scroe", "atLeast": "shaer""#),
      ].joined(separator: ",\n"))
    #expect(
      loading.defects.map(summary) == [
        #"expression p/rules.json:1 `score + name` [_+_ | decimal, string] → string(score)"#,
        #"wrongExpressionType p/rules.json:2 `"name"` [string | int, decimal, ratio]"#,
        #"expression p/rules.json:3 `score` [decimal | bool]"#,
        #"expression p/rules.json:4 `scroe` [scroe] → score"#,
        #"expression p/rules.json:4 `shaer` [shaer] → share"#,
      ])
  }

  @Test func unitsMustAgree() {
    let loading = Packs.load(
      rules: [
        Packs.rule("a", #""kind": "threshold", "value": "score", "atLeast": 5, "unit": "%""#),
        Packs.rule("b", #""kind": "threshold", "value": "score", "atLeast": "share""#),
      ].joined(separator: ",\n"))
    #expect(
      loading.defects.map(summary) == [
        #"unitMismatch p/rules.json:1 `"score"` [point | %] → %"#,
        #"unitMismatch p/rules.json:2 `"share"` [% | point] → point"#,
      ])
  }

  @Test func citationsNameDeclaredSources() {
    let loading = Packs.load(
      rules: Packs.threshold("r", ##",  "cites": ["plan", "plan#II.2", "plam#1", "#x", "plan#"]"##))
    #expect(
      loading.defects.map(summary) == [
        #"unknownSource p/rules.json:1 `"plam#1"` [plam] → plan"#,
        ##"invalidCitation p/rules.json:1 `"#x"` [#x]"##,
        ##"invalidCitation p/rules.json:1 `"plan#"` [plan#]"##,
      ])
  }

  @Test func aRuleIdStandsOnce() throws {
    let loading = Packs.load(rules: Packs.threshold("same") + ",\n" + Packs.threshold("same"))
    let defect = try #require(loading.defects.first)
    #expect(loading.defects.count == 1)
    #expect(summary(defect) == #"duplicate p/rules.json:2 `"same"` [rule | same]"#)
    #expect(defect.related?.line == 1)
  }

  @Test func unknownMembersAreErrors() {
    let loading = Packs.load(
      rules: Packs.rule("r", #""kind": "threshold", "value": "score", "atleast": 5, "colour": 1"#))
    #expect(
      loading.defects.map(summary) == [
        #"unknownMember p/rules.json:1 `"atleast"` [atleast | rule] → atLeast"#,
        #"unknownMember p/rules.json:1 `"colour"` [colour | rule]"#,
      ])
  }

  @Test func wrongTypesAreToldAllAtOnce() {
    let loading = Packs.load(
      rules: """
        { "id": 5, "on": "unit", "title": "T", "kind": "threshold", "value": ["score"], "atLeast": true,
          "cites": "plan", "severity": "targt", "enabled": "no", "period": { "from": "2021-13-01" },
          "when": 1, "message": { "violated": { "vi": " " } }, "between": [1] }, 7, []
        """)
    #expect(
      loading.defects.map(summary) == [
        #"wrongType p/rules.json:1 `5` [id | number | string]"#,
        #"wrongType p/rules.json:1 `"T"` [title | string | {vi, en}]"#,
        #"wrongType p/rules.json:1 `["score"]` [value | array | expression]"#,
        #"wrongType p/rules.json:1 `true` [atLeast | boolean | number|expression]"#,
        #"wrongType p/rules.json:2 `"plan"` [cites | string | array of string]"#,
        #"notOneOf p/rules.json:2 `"targt"` [targt | advisory, target, mandatory] → target"#,
        #"wrongType p/rules.json:2 `"no"` [enabled | string | boolean]"#,
        #"invalidDate p/rules.json:2 `"2021-13-01"` [2021-13-01]"#,
        #"wrongType p/rules.json:3 `1` [when | number | expression]"#,
        #"missingMember p/rules.json:3 `{ "vi": " " }` [en | {vi, en}]"#,
        #"blankText p/rules.json:3 `" "` [vi]"#,
        #"conflictingMembers p/rules.json:3 `"between"` [atLeast, between]"#,
        #"tooFewElements p/rules.json:3 `[1]` [between | 2]"#,
        #"wrongType p/rules.json:3 `7` [rule | number | rule]"#,
        #"wrongType p/rules.json:3 `[]` [rule | array | rule]"#,
      ])
    #expect(loading.pack == nil)
  }

  @Test func numbersInQuotesAreNotGuessed() {
    let loading = Packs.load(
      more: """
        "parameters": { "p": { "title": { "vi": "P", "en": "P" }, "type": "number", "setBy": "committee",
          "values": [ { "value": "29.835" } ] } },
        """)
    #expect(
      loading.defects.map(summary) == [
        #"numberAsText p/rules.json:2 `"29.835"` [29.835]"#
      ])
  }
}
