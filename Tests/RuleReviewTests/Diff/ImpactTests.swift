import CEL
import Evaluator
import Foundation
import JSON
import Records
import RulePacks
import Testing

@testable import RuleReview

/// Ba Tơ against a changed copy: the records that flip are those whose verdicts differ when both packs are run.
@Suite struct ImpactTests {
  private static let root = String(#filePath)
    .replacing("Tests/RuleReviewTests/Diff/ImpactTests.swift", with: "")
  private let day: CivilDate

  init() throws { day = try CivilDate("2021-12-31") }

  @Test func exactlyTheRecordsThatFlipAreNamed() throws {
    let old = try open { _ in }
    let new = try open { files in
      try Self.replace(
        "\"atLeast\": 67.1", by: "\"atLeast\": 68", in: "ba-to-2021/targets/agriculture.json", &files)
      try Self.replace(
        "\"bto-output-per-capita\",", by: "", in: "ba-to-2021/awards.json", &files)
    }
    let comparison = PackComparison(old, new, folders: ("ba-to-2021/", "ba-to-2021/"))
    let records = try records(old.pack, new.pack)
    var tally = ImpactTally(comparison)
    for (key, before, after) in records {
      tally.add(key: key, place: "", old: result(old.pack, before), new: result(new.pack, after))
    }
    let impact = tally.report()

    var expected: [Text: [Text]] = [:]
    for (key, before, after) in records {
      guard let before, let after else { continue }
      let (was, now) = (verdicts(old.pack, before), verdicts(new.pack, after))
      for (award, standing) in was where now[award] != standing { expected[award, default: []].append(key) }
    }
    let district = expected["bto-district-targets"] ?? []
    #expect(district.contains("ba-to-met"))
    var found: [Text: [Text]] = [:]
    for subject in impact.awards { found[subject.id] = subject.shifts.map(\.record) }
    #expect(found == expected)
    #expect(impact.hasLoss)
    let losing = try #require(impact.awards.first { $0.id == "bto-district-targets" })
    let lost = losing.shifts.first { $0.record == "ba-to-met" }
    #expect(lost?.turn == .loses)
    #expect(lost?.by == ["bto-forest-cover"])
  }

  @Test func theSamePackChangesNothing() throws {
    let pack = try open { _ in }
    let comparison = PackComparison(pack, pack, folders: ("ba-to-2021/", "ba-to-2021/"))
    #expect(comparison.diff.isEmpty)
    var tally = ImpactTally(comparison)
    for (key, before, after) in try records(pack.pack, pack.pack) {
      tally.add(key: key, place: "", old: result(pack.pack, before), new: result(pack.pack, after))
    }
    #expect(tally.report().isEmpty)
  }

  private func open(_ change: (inout [Text: [UInt8]]) throws -> Void) throws -> OpenPack {
    let base = URL(fileURLWithPath: Self.root + "rules")
    var files: [Text: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: base.path) where path.hasSuffix(".json") {
      files[Text(path)] = [UInt8](try Data(contentsOf: base.appendingPathComponent(path)))
    }
    try change(&files)
    let opened = PackLoader().open(manifest: "ba-to-2021/pack.json", from: MemoryFiles(files))
    return try #require(opened.open)
  }

  private static func replace(
    _ text: String, by other: String, in file: Text, _ files: inout [Text: [UInt8]]
  ) throws {
    let before = String(decoding: try #require(files[file]), as: UTF8.self)
    let after = before.replacing(text, with: other)
    try #require(after != before)
    files[file] = Array(after.utf8)
  }

  private func records(
    _ old: CompiledPack, _ new: CompiledPack
  ) throws -> [(Text, RecordValue?, RecordValue?)] {
    let source = RecordSource(Self.root + "Examples/ba-to-2021/units.ndjson")
    var before = RecordReader([source], of: old, typeName: nil, asOf: day)
    var after = RecordReader([source], of: new, typeName: nil, asOf: day)
    var records: [(Text, RecordValue?, RecordValue?)] = []
    while let one = try before.next(), let other = try after.next() {
      let (was, now) = (try? one.get(), try? other.get())
      records.append(((now ?? was)?.key.text ?? "", was?.record, now?.record))
    }
    return records
  }

  private func result(_ pack: CompiledPack, _ record: RecordValue?) -> RecordResult? {
    guard let record, case .judged(let result) = PackEvaluator(pack, asOf: day).evaluate(record) else {
      return nil
    }
    return result
  }

  private func verdicts(_ pack: CompiledPack, _ record: RecordValue) -> [Text: Verdict.Standing] {
    guard let result = result(pack, record) else { return [:] }
    var verdicts: [Text: Verdict.Standing] = [:]
    for verdict in result.verdicts { verdicts[pack.awards[verdict.award].id] = verdict.standing }
    return verdicts
  }
}
