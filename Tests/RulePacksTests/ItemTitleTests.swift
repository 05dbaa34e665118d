import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// Failing items that are members of an enum are called by their titles in messages, by their names in results.
@Suite struct ItemTitleTests {
  private func texts(_ rule: Text, _ record: Text) throws -> (items: [Text], vi: Text, stored: Text) {
    let example = KindExample(
      vi: "Thử", en: "Trial",
      fields: #"{ "forms": { "type": "list", "of": { "type": "enum", "of": "form" } } }"#,
      model: """
        { "enums": { "form": { "values": ["regular", "thematic"],
          "titles": { "regular": { "vi": "Thường xuyên", "en": "Regular" } } } } }
        """,
      rule: rule, record: record, .violated())
    let trial = try ExampleTrial(example, registry: .builtIn)
    let finding = try #require(trial.finding(on: trial.record))
    let stored = try CompiledPack(stored: trial.pack.stored)
    return (
      finding.failingItems, MessageRenderer(trial.pack, .vi).text(finding),
      MessageRenderer(stored, .vi).text(finding)
    )
  }

  @Test func membersThatASetLacksGoByTheirTitles() throws {
    let texts = try texts(
      #"{ "kind": "covers", "of": "forms", "all": ["regular", "thematic"] }"#, #"{ "forms": [] }"#)
    #expect(texts.items == ["regular", "thematic"])
    #expect(texts.vi == "Chưa đạt: Thường xuyên; thematic.")
    #expect(texts.stored == texts.vi)
  }

  @Test(arguments: ["", #", "name": "item""#])
  func itemsThatAreMembersGoByTheirTitles(_ name: Text) throws {
    let texts = try texts(
      "{ \"kind\": \"each\", \"of\": \"[form.regular, form.thematic]\", \"holds\": \"item in forms\"" + name
        + " }",
      #"{ "forms": ["thematic"] }"#)
    #expect(texts.items == ["regular"])
    #expect(texts.vi == "Mục không đạt: Thường xuyên.")
  }

  @Test func alternativesGoByTheirTitles() throws {
    let texts = try texts(
      #"{ "kind": "recipients", "recipients": "forms", "to": [ { "any": ["regular", "thematic"] } ] }"#,
      #"{ "forms": [] }"#)
    #expect(texts.items == ["regular / thematic"])
    #expect(texts.vi == "Chưa gửi đúng nơi nhận: Thường xuyên / thematic.")
  }

  @Test func namesThatAreTextsStayAsTheyAre() throws {
    let texts = try texts(
      #"{ "kind": "each", "of": "[form.regular]", "holds": "item in forms", "name": "'regular' + ''" }"#,
      #"{ "forms": [] }"#)
    #expect(texts.vi == "Mục không đạt: regular.")
  }
}
