import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// `extends` and `replaces`.
@Suite struct LayerTests {
  /// A layer `q` on top of the pack `p`.
  private func load(_ rules: String, below: String, manifest: String = "") -> PackLoading {
    var files = Packs.files(rules: below)
    files["q/pack.json"] = Array(
      """
      { "pack": "q", "version": "2", "title": { "vi": "Q", "en": "Q" }, "extends": ["../p"],
        "include": ["rules.json"]\(manifest) }
      """.utf8)
    files["q/rules.json"] = Array("{ \"rules\": [\(rules)] }".utf8)
    return PackLoader().load(manifest: "q/pack.json", from: MemoryFiles(files))
  }

  @Test func theUpperLayerSpeaksForThePack() throws {
    let pack = try #require(load(Packs.threshold("b"), below: Packs.threshold("a")).pack)
    #expect(pack.id == "q")
    #expect(pack.version == "2")
    #expect(pack.rules.map(\.id) == ["a", "b"])
    #expect(pack.lawDate == .day(try CivilDate("2021-12-31")))
    #expect(pack.sources.map(\.key) == ["plan"])
  }

  @Test func aReplacingRuleTakesThePlaceOfTheOther() throws {
    let pack = try #require(
      load(
        Packs.threshold("a2", #", "replaces": "a", "severity": "advisory""#) + ","
          + Packs.threshold("b", #", "replaces": "b", "severity": "advisory""#),
        below: [Packs.threshold("a"), Packs.threshold("b"), Packs.threshold("c")].joined(separator: ",")
      ).pack)
    #expect(pack.rules.map(\.id) == ["a2", "b", "c"])
    #expect(pack.rules.map(\.severity) == [.advisory, .advisory, .mandatory])
  }

  @Test func awardsBelowFollowTheReplacement() throws {
    var files = Packs.files(
      rules: Packs.threshold("a"),
      more: #""awards": [ { "id": "w", "on": "unit", "title": { "vi": "W", "en": "W" }, "requires": "a" } ],"#
    )
    files["q/pack.json"] = Array(
      #"{ "pack": "q", "version": "2", "title": { "vi": "Q", "en": "Q" }, "extends": ["../p"], "include": ["r.json"] }"#
        .utf8)
    files["q/r.json"] = Array("{ \"rules\": [\(Packs.threshold("b", #", "replaces": "a""#))] }".utf8)
    let pack = try #require(PackLoader().load(manifest: "q/pack.json", from: MemoryFiles(files)).pack)
    guard case .rule(let place) = try #require(pack.awards.first).requires else {
      Issue.record("one rule")
      return
    }
    #expect(pack.rules[place].id == "b")
  }

  @Test func anInheritedRuleIsNeverChangedSilently() throws {
    let loading = load(Packs.threshold("a"), below: Packs.threshold("a"))
    #expect(loading.defects.map(summary) == [#"duplicate q/rules.json:1 `"a"` [rule | a]"#])
    #expect(loading.defects.first?.related?.file == "p/rules.json")
  }

  @Test func replacementsAreChecked() {
    let loading = load(
      [
        Packs.threshold("x"), Packs.threshold("y", #", "replaces": "x""#),
        Packs.threshold("z", #", "replaces": "bb""#), Packs.threshold("v", #", "replaces": "a""#),
        Packs.threshold("w", #", "replaces": "a""#),
        Packs.threshold("u", #", "replaces": "bbb""#).replacing(
          "\"on\": \"unit\"", with: "\"on\": \"other\""),
      ].joined(separator: ",\n"), below: Packs.threshold("a") + "," + Packs.threshold("bbb"))
    #expect(
      loading.defects.map(summary) == [
        #"replacesOwnLayer q/rules.json:2 `"x"` [x]"#, #"unknownRule q/rules.json:3 `"bb"` [bb] → bbb"#,
        #"duplicate q/rules.json:5 `"a"` [replacement | a]"#,
        #"unknownRecordType q/rules.json:6 `"other"` [other]"#,
        #"replacesOtherType q/rules.json:6 `"bbb"` [u | other | unit]"#,
      ])
  }

  @Test func packsDontExtendEachOther() {
    var files = Packs.files()
    files["q/pack.json"] = Array(
      #"{ "pack": "q", "version": "2", "title": { "vi": "Q", "en": "Q" }, "extends": ["../q2"] }"#.utf8)
    files["q2/pack.json"] = Array(
      #"{ "pack": "q2", "version": "2", "title": { "vi": "Q", "en": "Q" }, "extends": ["../q"], "lawDate": "2021-01-01" }"#
        .utf8)
    let loading = PackLoader().load(manifest: "q/pack.json", from: MemoryFiles(files))
    #expect(
      loading.defects.map(summary) == [
        #"extendsCycle q2/pack.json:1 `"../q"` [q/pack.json → q2/pack.json → q/pack.json]"#
      ])
  }

  @Test func aMissingLayerIsTold() {
    let loading = PackLoader().load(
      manifest: "q/pack.json",
      from: MemoryFiles([
        "q/pack.json": Array(
          #"{ "pack": "q", "version": "2", "title": { "vi": "Q", "en": "Q" }, "extends": ["../gone"], "lawDate": "2021-01-01" }"#
            .utf8)
      ]))
    #expect(loading.defects.map(summary) == [#"fileNotFound q/pack.json:1 `"../gone"` [gone/pack.json]"#])
  }
}
