import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// `enabled`, `choose` and `--enable`.
@Suite struct ChoiceTests {
  private let rules = [
    Packs.threshold("fixed"), Packs.threshold("off", #", "enabled": false"#),
    Packs.threshold("on", #", "enabled": true"#),
  ].joined(separator: ",\n")

  private func load(choose: String = "", enable: [Text] = []) -> PackLoading {
    Packs.load(
      rules: rules, manifest: choose.isEmpty ? "" : ", \"choose\": { \(choose) }",
      options: LoadOptions(enable: enable))
  }

  @Test(arguments: [
    ("", [] as [Text], ["fixed", "on"] as [Text]), (#""off": true"#, [], ["fixed", "off", "on"]),
    (#""off": true, "on": false"#, [], ["fixed", "off"]), ("", ["off"], ["fixed", "off", "on"]),
    (#""off": false"#, ["off"], ["fixed", "off", "on"]),
  ])
  func choicesSwitchRules(_ choose: String, _ enable: [Text], _ expected: [Text]) throws {
    let pack = try #require(load(choose: choose, enable: enable).pack)
    #expect(pack.rules.map(\.id) == expected)
    #expect(pack.choices.map(\.rule) == ["off", "on"])
    for choice in pack.choices { #expect(choice.isEnabled == expected.contains(choice.rule)) }
  }

  @Test func onlyWhatIsAChoiceIsChosen() {
    #expect(
      load(choose: #""fixed": false, "offf": true"#, enable: ["fixed", "onn"]).defects.map(summary) == [
        "notAChoice [fixed]", "unknownRule [onn] → on", #"notAChoice p/pack.json:4 `"fixed"` [fixed]"#,
        #"unknownRule p/pack.json:4 `"offf"` [offf] → off"#,
      ])
  }

  @Test func aDisabledRuleIsCheckedAllTheSame() {
    let loading = Packs.load(
      rules: Packs.rule("r", #""enabled": false, "kind": "threshold", "value": "scor", "atLeast": 1"#))
    #expect(loading.defects.map(summary) == ["expression p/rules.json:1 `scor` [scor] → score"])
  }
}
