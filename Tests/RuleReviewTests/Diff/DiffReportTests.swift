import CEL
import Evaluator
import JSON
import Reports
import RuleReview
import Testing

/// What people and programs read of a change.
@Suite struct DiffReportTests {
  private let results: [PackDiffResult]

  init() throws {
    func rule(_ least: String, _ title: String) -> String {
      """
      { "id": "cover", "kind": "threshold", "on": "unit", "title": { "vi": "Che phủ rừng", "en": "Forest | cover" },
        "value": "score", "atLeast": \(least), "unit": "%" },
      { "id": "plan", "kind": "expression", "on": "unit", "title": { "vi": "\(title)", "en": "Plan" },
        "holds": "hasPlan" }
      """
    }
    let packs = try ComparedPacks(rules: [rule("67.1", "Kế hoạch")], [rule("68", "Có kế hoạch")])
    var impact = Impact()
    impact.records = 4
    impact.rejectedByBoth = 1
    impact.awards = [
      Impact.Subject(
        id: "best", title: LocalizedText(vi: "Tốt nhất", en: "Best"),
        shifts: [
          Impact.Shift(
            record: "ba-to", place: "units.ndjson:1", before: "eligible", after: "ineligible", turn: .loses,
            isLoss: true, by: ["cover"])
        ])
    ]
    results = [PackDiffResult(packs.comparison.diff, impact: impact)]
  }

  @Test func textInBothLanguages() {
    #expect(
      String(decoding: DiffText(.en).bytes(results), as: UTF8.self) == """
        p  1

          Rules
          ▲ Forest | cover (cover): at least 67.1 → 68 %, stricter
          ~ Plan (plan): wording only

          Whom it affects (3 records judged by both)
          Best (best): 1 lose
              ba-to: eligible → ineligible, by cover

        """)
    #expect(
      String(decoding: DiffText(.vi).bytes(results), as: UTF8.self) == """
        p  1

          Quy tắc
          ▲ Che phủ rừng (cover): ít nhất 67,1 → 68 %, chặt hơn
          ~ Có kế hoạch (plan): chỉ đổi lời văn

          Ảnh hưởng tới hồ sơ (3 hồ sơ được xét theo cả hai bản)
          Tốt nhất (best): 1 bị loại
              ba-to: đủ điều kiện → không đủ điều kiện, do cover

        """)
  }

  /// Titles are text of others: a bar in one ends no cell.
  @Test func aTableForAPullRequest() {
    let lines = String(decoding: DiffMarkdown(.en).bytes(results), as: UTF8.self).split(separator: "\n")
    #expect(lines.contains("| 🔺 | stricter | Forest \\| cover `cover` | at least 67.1 → 68 % |"))
    #expect(lines.contains("- Best `best`: **1 lose**"))
    #expect(lines.contains("  - ba-to: eligible → ineligible, by cover"))
  }

  @Test func jsonForPrograms() throws {
    let root = try JSONDocument.parse(DiffJSON(toolVersion: "1").bytes(results)).root
    let pack = try #require(root["packs"]?.elements.first { _ in true })
    let change = try #require(pack["changes"]?.elements.first { _ in true })
    #expect(change["name"]?.text == "cover")
    #expect(change["effect"]?.text == "stricter")
    #expect(change["at"]?["file"]?.text == "p/rules.json")
    let member = try #require(change["members"]?.elements.first { _ in true })
    #expect(member["before"]?.numberText == "67.1")
    #expect(member["after"]?.numberText == "68")
    let award = try #require(pack["impact"]?["awards"]?.elements.first { _ in true })
    #expect(award["counts"]?["loses"]?.int64 == 1)
  }

  @Test func nothingChanged() {
    let none = [PackDiffResult(PackDiff(pack: "p", oldVersion: "1", newVersion: "1", changes: []))]
    #expect(DiffText(.en).bytes(none) == Array("Nothing changed.\n".utf8))
  }
}
