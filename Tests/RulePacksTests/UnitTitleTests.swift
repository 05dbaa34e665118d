import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// A file may say what units of measure are called.
@Suite struct UnitTitleTests {
  @Test func titlesReachThePack() throws {
    let loading = Packs.load(
      more:
        #""units": { "bed/10000 people": { "vi": "giường bệnh/vạn dân", "en": "beds per 10,000 people" } },"#)
    let pack = try #require(loading.pack)
    #expect(
      pack.units == [
        "bed/10000 people": LocalizedText(vi: "giường bệnh/vạn dân", en: "beds per 10,000 people")
      ])
  }

  @Test func aTitleIsInBothLanguages() {
    let loading = Packs.load(more: #""units": { "tonne": { "vi": "tấn" }, "ha": "ha" },"#)
    #expect(loading.defects.map(\.code) == [.missingMember, .wrongType])
  }

  @Test func aUnitIsTitledOnce() {
    var files = Packs.files(
      more: #""include": ["more.json"], "units": { "ha": { "vi": "ha", "en": "ha" } },"#)
    files["p/more.json"] = Array(#"{ "units": { "ha": { "vi": "héc-ta", "en": "hectares" } } }"#.utf8)
    #expect(Packs.load(files).defects.map(\.arguments) == [["unit", "ha"]])
  }
}
