import CEL
import Evaluator
import JSON
import Testing

/// Units of measure in messages go by the titles that the pack gives them.
@Suite struct UnitTextTests {
  @Test(arguments: [
    ("tonne", " tấn", " tonnes"), ("%", "%", "%"), ("furlong", " furlong", " furlong"),
  ])
  func followsANumberAsPeopleWriteIt(_ unit: Text, _ vi: Text, _ en: Text) throws {
    var pack = try TestPack.pack([])
    pack.units = ["tonne": LocalizedText(vi: "tấn", en: "tonnes"), "%": LocalizedText(vi: "x", en: "x")]
    #expect(pack.text(ofUnit: unit, .vi) == vi)
    #expect(pack.text(ofUnit: unit, .en) == en)
  }

  @Test func standsInMessages() throws {
    var rule = try TestPack.rule(
      "herd", "figures.herd >= 10", measured: "figures.herd", atLeast: "10", distance: "10 - figures.herd")
    rule.check.unit = "head"
    var pack = try TestPack.pack([rule])
    pack.units = ["head": LocalizedText(vi: "con", en: "head of cattle")]
    let result = try TestPack.result(pack, #"{"id": "x", "figures": {"herd": 7}}"#)
    let finding = try #require(result.findings.first)
    #expect(MessageRenderer(pack, .vi).text(finding) == "Mới đạt 7 con, thiếu 3 con so với 10 con.")
    #expect(
      MessageRenderer(pack, .en).text(finding)
        == "7 head of cattle is 3 head of cattle short of 10 head of cattle.")
  }

  @Test(arguments: [
    ("{number}{unit}", "years", "1 year", "2 years"),
    ("{number}{unit} short", "criteria", "1 criterion short", "2 criteria short"),
    ("{number} days late", "years", "1 day late", "2 days late"),
    ("{number} is over", "years", "1 is over", "2 is over"),
    ("{number}{unit}", "million VND a month", "1 million VND a month", "2 million VND a month"),
    (
      "{number}{unit}", "doctors per 10,000 people", "1 doctor per 10,000 people",
      "2 doctors per 10,000 people"
    ),
    ("{number}{unit}", "duties", "1 duty", "2 duties"),
  ])
  func englishNounsBehindOneAreSingular(_ template: Text, _ unit: Text, _ one: Text, _ two: Text) {
    for (number, wanted) in [("1" as Text, one), ("2", two)] {
      let text = MessageRenderer.fill(template, .en) { $0 == "unit" ? " " + unit : number }
      #expect(text == wanted)
    }
    #expect(MessageRenderer.fill("All {number} items do.", .en) { _ in "1" } == "All 1 items do.")
    #expect(MessageRenderer.fill("{number} days", .vi) { _ in "1" } == "1 days")
  }
}
