import ArgumentParser
import CEL
import Evaluator
import Foundation
import JSON
import Records
import Reports
import RulePacks
import RuleReview
import Testing

@testable import Commands

/// What `diff --records` names of a copy whose limits were changed by chance is what differs where both packs are run
/// apart: verdicts, findings, places on lists, groups.
@Suite struct DiffRecordsTests {
  @Test func listsOfAMadeUpPack() throws {
    var seen = Seen()
    for seed in 1...12 {
      var chance = Chance(UInt64(seed))
      let trial = try ChangedFolder("p") { root in
        try FileManager.default.createDirectory(
          at: root.appending(path: "p"), withIntermediateDirectories: true)
        try Data(Self.manifest.utf8).write(to: root.appending(path: "p/pack.json"))
        try Data(Self.rules.utf8).write(to: root.appending(path: "p/rules.json"))
      }
      let units = (0..<24).map { Self.unit($0, &chance) }
      let records = trial.root.appending(path: "units.ndjson")
      try Data(units.joined(separator: "\n").utf8).write(to: records)
      if try trial.change(&chance) { seen.add(try hold(trial, [records.path], "2021-12-31")) }
    }
    #expect(seen.verdicts > 10 && seen.places > 10 && seen.findings > 10 && seen.groups > 0, "\(seen)")
  }

  @Test(arguments: [
    ("ba-to-2021", ["campaign.json", "commune.json", "units.ndjson"], "2021-12-31"),
    (
      "bac-lieu-2021", ["campaign.json", "awards.ndjson", "nominations.ndjson", "units.ndjson"], "2021-12-31"
    ),
  ])
  func samplesOfACampaign(_ pack: String, _ samples: [String], _ day: String) throws {
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var seen = Seen()
    for seed in 1...3 {
      var chance = Chance(UInt64(seed))
      let trial = try ChangedFolder(pack) { root in
        try FileManager.default.copyItem(at: repository.appending(path: "rules"), to: root)
      }
      let records = samples.map { repository.appending(path: "Examples/\(pack)/\($0)").path }
      if try trial.change(&chance) { seen.add(try hold(trial, records, day)) }
    }
    #expect(seen.findings > 0, "\(seen)")
  }

  /// How much was found to differ.
  private struct Seen {
    var verdicts = 0
    var places = 0
    var findings = 0
    var groups = 0

    mutating func add(_ other: Seen) {
      verdicts += other.verdicts
      places += other.places
      findings += other.findings
      groups += other.groups
    }
  }

  private func hold(_ trial: ChangedFolder, _ records: [String], _ asOf: String) throws -> Seen {
    let day = try CivilDate(Text(asOf))
    let sources = records.map { RecordSource($0) }
    let results = try DiffRun(language: .en, loader: PackLoader()).compare(
      try PackState(trial.old, .en), try PackState(trial.new, .en),
      records: RecordInput(sources: sources, register: [], type: nil, asOf: day))
    let impact = try #require(results.first?.impact)
    let was = try CheckedRecords(trial.old, sources, day)
    let now = try CheckedRecords(trial.new, sources, day)
    let context = "changed: \(trial.changes)"
    let (verdicts, places) = (was.verdicts.differing(now.verdicts), was.places.differing(now.places))
    let (findings, groups) = (was.findings.differing(now.findings), was.groups.differing(now.groups))
    #expect(Self.names(impact.awards) == verdicts, "\(context)")
    #expect(Self.names(impact.rules) == findings, "\(context)")
    // A place that the verdict on the record explains is not named again.
    #expect(Self.names(impact.rosters).isSubset(of: places), "\(context)")
    #expect(places.isSubset(of: Self.names(impact.rosters).union(verdicts)), "\(context)")
    let named = impact.groups.flatMap { subject in subject.shifts.map { [subject.id] + $0.group } }
    #expect(Set(named) == groups, "\(context)")
    return Seen(
      verdicts: verdicts.count, places: places.count, findings: findings.count, groups: groups.count)
  }

  private static func names(_ subjects: [Impact.Subject]) -> Set<[Text]> {
    Set(subjects.flatMap { subject in subject.shifts.map { [subject.id, $0.record] } })
  }

  private static let title = #""title": { "vi": "T", "en": "T" }"#

  private static let manifest = """
    { "pack": "p", "version": "1", \(title), "period": { "from": "2021-01-01", "before": "2022-01-01" },
      "include": ["rules.json"] }
    """

  private static let rules = """
    { "recordTypes": [ { "recordType": "unit", "key": ["id"], \(title),
        "fields": { "id": { "type": "string" }, "kind": { "type": "enum", "values": ["a", "b", "c"] },
          "score": { "type": "number" }, "share": { "type": "number" } } } ],
      "parameters": {
        "places": { \(title), "type": "integer", "setBy": "committee", "values": [{ "value": 3 }] } },
      "rules": [
        { "id": "good", "kind": "threshold", "on": "unit", \(title), "value": "score", "atLeast": 3 },
        { "id": "fair", "kind": "threshold", "on": "unit", \(title), "value": "share", "atMost": 5,
          "when": "kind != 'c'" },
        { "id": "half", "kind": "share", "on": "unit", \(title), "where": "score >= 3.0", "per": ["kind"],
          "atLeast": 50 } ],
      "awards": [
        { "id": "best", "on": "unit", \(title), "requires": { "all": ["good", "fair"] }, "per": ["kind"],
          "rankBy": [{ "value": "score", "order": "descending" }],
          "quotas": [{ "number": "params.places", "per": ["kind"] }] },
        { "id": "next", "on": "unit", \(title), "requires": { "any": ["good", "fair"] } } ] }
    """

  private static func unit(_ place: Int, _ chance: inout Chance) -> String {
    let score = chance.below(9) == 0 ? "" : ", \"score\": \(chance.below(8))"
    let share = chance.below(9) == 0 ? "" : ", \"share\": \(chance.below(10))"
    return #"{ "id": "u\#(place)", "kind": "\#(["a", "b", "c"][chance.below(3)])"\#(score)\#(share) }"#
  }
}

/// Numbers that a seed tells.
struct Chance {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}

/// A rules folder, and a copy in which limits and quotas of one pack are others.
final class ChangedFolder {
  let root: URL
  private let pack: String
  private(set) var changes: [String] = []
  var old: String { root.appending(path: "old/\(pack)").path }
  var new: String { root.appending(path: "new/\(pack)").path }

  /// - Parameter make: makes a rules folder.
  init(_ pack: String, _ make: (URL) throws -> Void) throws {
    self.pack = pack
    root = FileManager.default.temporaryDirectory.appending(path: "changed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try make(root.appending(path: "old"))
    try FileManager.default.copyItem(at: root.appending(path: "old"), to: root.appending(path: "new"))
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// Changes some numbers of the copy; false where no pack comes of it.
  func change(_ chance: inout Chance) throws -> Bool {
    let names = FileManager.default.enumerator(atPath: new)?.compactMap { $0 as? String } ?? []
    let files = names.filter {
      $0.hasSuffix(".json") && !$0.hasPrefix("cases/") && !["trace.json", "mutants.json"].contains($0)
    }.sorted()
    for _ in 0..<4 {
      let file = URL(filePath: new + "/" + files[chance.below(files.count)])
      var text = try String(contentsOf: file, encoding: .utf8)
      let numbers = text.matches(of: #/"(?:atLeast|atMost|moreThan|lessThan|number|value)": (\d+)/#)
      guard !numbers.isEmpty else { continue }
      let match = numbers[chance.below(numbers.count)]
      guard let number = Int(match.1) else { continue }
      let changed = "\(max(0, number + [-2, -1, 1, 2, 20][chance.below(5)]))"
      changes.append("\(file.lastPathComponent) \(match.0) → \(changed)")
      text.replaceSubrange(match.1.startIndex..<match.1.endIndex, with: changed)
      try Data(text.utf8).write(to: file)
    }
    return PackLoader().load(folder: new).pack != nil
  }
}

/// What one run of a pack says, by names.
struct CheckedRecords {
  private(set) var verdicts: [[Text]: Text] = [:]
  private(set) var findings: [[Text]: Text] = [:]
  private(set) var places: [[Text]: Text] = [:]
  private(set) var groups: [[Text]: Text] = [:]

  init(_ folder: String, _ sources: [RecordSource], _ day: CivilDate) throws {
    let pack = try #require(PackLoader().load(folder: folder).pack)
    let evaluator = PackEvaluator(pack, asOf: day, timeZone: TimeZoneNames.offset)
    let makeReader = { RecordReader(sources, of: pack, typeName: nil, asOf: day, register: []) }
    let judge =
      pack.looksBeyondRecords
      ? try PopulationReading(
        evaluator: evaluator, hasRegister: false, passes: RecordPasses(sources, makeReader)
      ).judge() : nil
    var run = CheckRun(evaluator, RecordTally(pack, try FailurePolicy.parse([]), nil), judge)
    var reader = makeReader()
    var writer = ReportFormat.json.writer(
      ReportHeader(pack, asOf: day, toolVersion: "0.0.0"), ReportOptions())
    let file = FileManager.default.temporaryDirectory.appending(path: "checked-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try run.run({ try reader.next() }, &writer, try OutputTarget(file.path))
    let root = try JSONDocument.parse([UInt8](Data(contentsOf: file))).root
    for record in root["records"]?.elements.map(\.self) ?? [] {
      let key = record["record"]?.text ?? Self.joined(record["record"])
      for verdict in record["verdicts"]?.elements.map(\.self) ?? [] {
        verdicts[[verdict["award"]?.text ?? "", key]] = verdict["verdict"]?.text
      }
      for finding in record["findings"]?.elements.map(\.self) ?? [] {
        findings[[finding["rule"]?.text ?? "", key]] = finding["outcome"]?.text
      }
    }
    for roster in root["rosters"]?.elements.map(\.self) ?? [] {
      for nominee in roster["nominees"]?.elements.map(\.self) ?? [] {
        let isProvisional = nominee["provisional"]?.bool ?? false
        places[[roster["award"]?.text ?? "", nominee["record"]?.text ?? ""]] =
          (nominee["status"]?.text ?? "") + (isProvisional ? " provisional" : "")
      }
    }
    for group in root["groups"]?.elements.map(\.self) ?? [] {
      let name = group["group"]?.members.compactMap(\.text) ?? []
      groups[[group["rule"]?.text ?? ""] + name] = group["outcome"]?.text
    }
  }

  private static func joined(_ key: JSONNode?) -> Text {
    var line: Text = ""
    for member in key?.members.map(\.self) ?? [] {
      line += (line.isEmpty ? "" : "/") + (member.text ?? "")
    }
    return line
  }
}

extension [[Text]: Text] {
  /// The names under which another one has something else.
  func differing(_ other: [[Text]: Text]) -> Set<[Text]> {
    Set(keys).union(other.keys).filter { self[$0] != other[$0] }
  }
}
