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

  @Test func aPeriodInWords() throws {
    func rule(_ period: String) -> String {
      TemporaryPack.rule("a", #""kind": "expression", "holds": "hasPlan"\#(period)"#)
    }
    func text(_ old: String, _ new: String) throws -> [Substring] {
      let packs = try ComparedPacks(rules: [rule(old)], [rule(new)])
      let text = String(
        decoding: DiffText(.en).bytes([PackDiffResult(packs.comparison.diff)]), as: UTF8.self)
      return text.split(separator: "\n").filter { $0.contains("period") }
    }
    let from = #", "period": { "from": "2021-07-01" }"#
    #expect(try text("", from).contains { $0.contains("period: (none) → from 2021-07-01") })
    let before = #", "period": { "before": "2022-07-01" }"#
    #expect(try text(before, "").contains { $0.contains("period: before 2022-07-01 → (none)") })
  }

  @Test func nothingChanged() {
    let none = [PackDiffResult(PackDiff(pack: "p", oldVersion: "1", newVersion: "1", changes: []))]
    #expect(DiffText(.en).bytes(none) == Array("Nothing changed.\n".utf8))
  }

  /// One who leaves the list, one whose place may still change, and a group.
  private var lists: [PackDiffResult] {
    var impact = Impact()
    impact.records = 2
    let title = LocalizedText(vi: "Tốt nhất", en: "Best")
    var reserve = Impact.Shift(
      record: "an", place: "", before: "nominated", after: "reserve", turn: .loses, isLoss: true,
      by: ["params.places"])
    reserve.group = ["Ba Tơ"]
    var provisional = Impact.Shift(
      record: "binh", place: "", before: "nominated", after: "nominated", turn: .undecided, isLoss: true,
      by: [])
    provisional.provisional.after = true
    impact.rosters = [Impact.Subject(id: "best", title: title, shifts: [reserve, provisional])]
    var group = Impact.Shift(
      record: "", place: "", before: "satisfied", after: "violated", turn: .loses, isLoss: true, by: [])
    group.group = ["Ba Tơ", "2021"]
    let whole = Impact.Shift(
      record: "", place: "", before: nil, after: "undetermined", turn: .undecided, isLoss: false, by: [])
    impact.groups = [Impact.Subject(id: "half", title: title, shifts: [group, whole])]
    let diff = PackDiff(pack: "p", oldVersion: "1", newVersion: "2", changes: [])
    return [PackDiffResult(diff, impact: impact)]
  }

  @Test func placesOnListsAndGroups() throws {
    #expect(lists[0].costs)
    #expect(
      String(decoding: DiffText(.en).bytes(lists), as: UTF8.self) == """
        p  1 → 2

          Whom it affects (2 records judged by both)
          On the lists
          Best (best): 1 lose, 1 become provisional
              an (Ba Tơ): nominated → reserve, by params.places
              binh: nominated → nominated (provisional), through what became of others
          By group of records
          Best (half): 1 now violated, 1 now open
              Ba Tơ / 2021: satisfied → violated
              All records: not judged → undetermined

        """)
    let markdown = String(decoding: DiffMarkdown(.vi).bytes(lists), as: UTF8.self)
    #expect(markdown.contains("  - an (Ba Tơ): đề nghị tặng → dự bị, do params.places\n"))
    #expect(markdown.contains("<summary>Theo nhóm hồ sơ</summary>"))
    let root = try JSONDocument.parse(DiffJSON(toolVersion: "1").bytes(lists)).root
    let impact = try #require(root["packs"]?.elements.first { _ in true }?["impact"])
    let shifts = try #require(impact["rosters"]?.elements.first { _ in true }?["records"])
    #expect(shifts.elements.map { $0["after"]?.text } == ["reserve", "nominated"])
    #expect(shifts.elements.map { $0["isProvisional"]?.bool } == [nil, true])
    let groups = try #require(impact["groups"]?.elements.first { _ in true }?["groups"])
    #expect(groups.elements.map { $0["group"]?.elements.map { $0.text } } == [["Ba Tơ", "2021"], []])
  }

  /// A parameter's value has no name beside it.
  @Test func aValueForAllDays() throws {
    func parameter(_ value: Int) -> String {
      """
      "places": { "title": { "vi": "Số chỗ", "en": "Places" }, "type": "integer", "setBy": "committee",
        "values": [{ "value": \(value) }] }
      """
    }
    let packs = try ComparedPacks(rules: [], [], parameters: (parameter(3), parameter(2)))
    let text = String(decoding: DiffText(.en).bytes([PackDiffResult(packs.comparison.diff)]), as: UTF8.self)
    #expect(text.contains("  * Places (places): 3 → 2\n"))
  }
}
