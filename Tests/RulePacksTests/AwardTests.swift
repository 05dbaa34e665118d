import CEL
import Evaluator
import JSON
import RulePacks
import Testing

@Suite struct AwardTests {
  private let rules = [
    Packs.threshold("a", #", "severity": "target""#), Packs.threshold("b", #", "confidence": "unverified""#),
    Packs.threshold("off", #", "enabled": false"#),
    Packs.rule("plan-rule", #""kind": "evidence", "of": "id""#)
      .replacing("\"on\": \"unit\"", with: "\"on\": \"plan\""),
  ].joined(separator: ",")

  private func load(_ requires: String, more: String = "") -> PackLoading {
    Packs.load(
      rules: rules,
      more: """
        "recordTypes": [ { "recordType": "plan", "key": ["id"], "title": { "vi": "P", "en": "P" },
          "fields": { "id": { "type": "string" } } } ],
        "awards": [ { "id": "w", "on": "unit", "title": { "vi": "W", "en": "W" }\(more), "requires":
        \(requires) } ],
        """)
  }

  /// A tree as tests write it: rules by id.
  private func text(_ criterion: Criterion, _ pack: CompiledPack) -> String {
    func list(_ members: [Criterion]) -> String {
      members.map { text($0, pack) }.joined(separator: " ")
    }
    return switch criterion {
    case .rule, .population: criterion.leaf.map { pack.id(of: $0).string } ?? ""
    case .award(let place, let claim): "\(pack.awards[place].id) \(claim.name)"
    case .all(let members): "all(\(list(members)))"
    case .any(let members): "any(\(list(members)))"
    case .atLeast(let count, let members): "\(count)(\(list(members)))"
    case .every(let selection, let places):
      "every \(selection.severity?.name.string ?? "")(\(list(places.map(Criterion.rule))))"
    }
  }

  @Test(arguments: [
    (#""a""#, "a"), (#"{ "all": ["a", { "any": ["a", "b"] }] }"#, "all(a any(a b))"),
    (#"{ "atLeast": 2, "of": ["a", "b"] }"#, "2(a b)"),
    (#"{ "every": {} }"#, "every (a b)"),
    (#"{ "all": [{ "every": { "severity": "target" } }] }"#, "all(every target(a))"),
  ])
  func treesAreBuilt(_ requires: String, _ expected: String) throws {
    let loading = load(requires)
    #expect(loading.defects.map(summary) == [])
    let pack = try #require(loading.pack)
    let award = try #require(pack.awards.first)
    #expect(text(award.requires, pack) == expected)
    #expect(!award.isUnverified)
  }

  /// Whether a rule on an unconfirmed fact counts is told record by record.
  @Test(arguments: [("", false), (#", "confidence": "unverified""#, true)])
  func anAwardIsUnverifiedByItself(_ more: String, _ isUnverified: Bool) throws {
    let pack = try #require(load(#"{ "all": ["a", "b"] }"#, more: more).pack)
    #expect(pack.awards.map(\.isUnverified) == [isUnverified])
  }

  @Test(arguments: [
    (#""aa""#, #"unknownRule p/rules.json:4 `"aa"` [aa] → a"#),
    (#""off""#, #"disabledRule p/rules.json:4 `"off"` [off]"#),
    (#""plan-rule""#, #"ruleOnOtherType p/rules.json:4 `"plan-rule"` [plan-rule | plan | unit]"#),
    (#"{ "all": [] }"#, #"emptyGroup p/rules.json:4 `[]` [w]"#),
    (
      #"{ "every": { "severity": "advisory" } }"#,
      #"emptyGroup p/rules.json:4 `{ "severity": "advisory" }` [w]"#
    ),
    (#"{ "atLeast": 3, "of": ["a", "b"] }"#, #"countOutOfRange p/rules.json:4 `3` [3 | 2]"#),
    (#"{ "atLeast": 0, "of": ["a"] }"#, #"invalidNumber p/rules.json:4 `0` [0 | range]"#),
    (#"{ "atLeast": 1 }"#, #"missingMember p/rules.json:4 `{ "atLeast": 1 }` [of | criterion]"#),
    (#"{ "anyy": ["a"] }"#, #"unknownMember p/rules.json:4 `"anyy"` [anyy | criterion] → any"#),
    (#"{ "all": ["a"], "any": ["b"] }"#, #"conflictingMembers p/rules.json:4 `"any"` [all, any]"#),
    (#"{ "award": "x", "as": "nominated" }"#, #"unknownAward p/rules.json:4 `"x"` [x]"#),
    (
      #"{ "award": "w", "as": "decided" }"#,
      #"noRegister p/rules.json:4 `{ "award": "w", "as": "decided" }`"#
    ),
    (#"{ "award": "w", "as": "nominated" }"#, #"awardCycle p/rules.json:4 `"w"` [w → w]"#),
    (#"7"#, #"wrongType p/rules.json:4 `7` [requires | number | string|criterion]"#),
  ])
  func brokenTreesAreTold(_ requires: String, _ defect: String) {
    #expect(load(requires).defects.map(summary) == [defect])
  }

  @Test func everyDefectOfATreeIsTold() {
    #expect(
      load(#"{ "all": ["x1", { "any": ["off", { "all": [] }] }] }"#).defects.map(\.code) == [
        .unknownRule, .disabledRule, .emptyGroup,
      ])
  }

  @Test func conditionsOfAwardsAreChecked() {
    #expect(
      load(#""a""#, more: #", "when": "knd == 'x'", "cites": ["pln"]"#).defects.map(summary) == [
        "expression p/rules.json:3 `knd` [knd] → kind", #"unknownSource p/rules.json:3 `"pln"` [pln] → plan"#,
      ])
  }
}
