import CEL
import Evaluator
import JSON
import RulePacks
import Testing

/// The packs of this repository load without a defect.
@Suite struct RepositoryPackTests {
  private static let root = String(#filePath)
    .replacing("Tests/RulePacksTests/RepositoryPackTests.swift", with: "")

  @Test(arguments: [
    "ba-to-2021", "bac-giang-2021", "bac-lieu-2021", "bo-trach-2020", "thai-binh-2021", "vn-law-2003",
    "vn-law-2022",
  ])
  func packsOfTheRepositoryLoad(_ name: String) throws {
    let loading = PackLoader().load(folder: Self.root + "rules/" + name)
    #expect(loading.defects.map(summary) == [])
    let pack = try #require(loading.pack)
    #expect(pack.id == Text(name))
    #expect(!pack.rules.isEmpty)
    // What is stored says of each formula what the formula says itself.
    for isTrusted in [false, true] {
      let again = try CompiledPack(stored: pack.stored, isTrusted: isTrusted)
      #expect(again.stored == pack.stored, "trusted: \(isTrusted)")
    }
  }

  @Test func thePackOfBaToHasTheChoicesOfItsManifest() throws {
    let pack = try #require(PackLoader().load(folder: Self.root + "rules/ba-to-2021").pack)
    let chosen = pack.choices.filter(\.isEnabled).map(\.rule)
    #expect(chosen.contains("bto-structure-sums-100"))
    #expect(!pack.rules.contains { $0.id == "bto-security-safe-by-kind" })
    #expect(pack.rules.contains { $0.id == "bto-structure-sums-100" })
    #expect(pack.timeZoneOffset == 7 * 3600)
    #expect(pack.lawDate == .day(try CivilDate("2021-12-31")))
  }
}
