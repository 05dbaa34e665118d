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
}
