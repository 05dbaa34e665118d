import ArgumentParser
import CEL
import Columns
import Evaluator
import Foundation
import JSON
import Records
import Reports
import RulePacks
import RuleReview
import Testing

@testable import Commands

/// With waivers, columns and joined parts write what one run of the interpreter writes.
@Suite struct WaivedRunTests {
  private let trial: Trial

  init() throws { trial = try Trial() }

  @Test(arguments: [ReportOptions.Only.violated, .verdicts, .summary], [[], ["--fail-on", "undetermined"]])
  func columnsAgree(_ only: ReportOptions.Only, _ policy: [String]) throws {
    let policy = try FailurePolicy.parse(policy)
    let wanted = try trial.interpreted(only, policy)
    let found = try trial.byColumns(only, policy)
    #expect(found.bytes == wanted.bytes)
    #expect(found.status == wanted.status)
  }

  @Test(arguments: [ReportOptions.Only.all, .violated, .verdicts, .summary])
  func partsAgree(_ only: ReportOptions.Only) throws {
    let policy = try FailurePolicy.parse([])
    let wanted = try trial.interpreted(only, policy)
    let found = try trial.byParts(only, policy)
    #expect(found.bytes == wanted.bytes)
    #expect(found.status == wanted.status)
  }

  /// What is waived does not make a check fail; a waiver that nothing needs does.
  @Test func aCheckPassesWhereAllIsWaived() throws {
    let policy = try FailurePolicy.parse([])
    #expect(try Trial(lines: 2...2, waivers: Trial.needed).interpreted(.all, policy).status == .clean)
    #expect(try Trial(lines: 2...2, waivers: []).interpreted(.all, policy).status == .findings)
    let spare = Trial.needed + [("launched", "met")]
    #expect(try Trial(lines: 2...2, waivers: spare).interpreted(.all, policy).status == .findings)
    #expect(
      try Trial(lines: 2...2, waivers: spare).interpreted(.all, FailurePolicy.parse(["--fail-on", "never"]))
        .status == .clean)
  }

  @Test func whatAWaiverLetsPassIsInNoOtherCount() throws {
    let policy = try FailurePolicy.parse([])
    func counts(_ waivers: [(String, String)]) throws -> JSONNode {
      let lines = try Trial(lines: 2...2, waivers: waivers).interpreted(.summary, policy).bytes
      return try #require(
        JSONDocument.parse(Array(lines.split(separator: UInt8(ascii: "\n")).last ?? [])).root["summary"])
    }
    let (without, with) = (try counts([]), try counts(Trial.needed))
    #expect(without["findings"]?["violated"]?.int64 == 6)
    #expect(with["findings"]?["violated"]?.int64 == 1)
    #expect(with["findings"]?["waived"]?.int64 == 5)
    #expect(without["verdicts"]?.value == with["verdicts"]?.value)
  }

  /// The small pack of the reports' tests, some of its records in a folder of their own, and waivers.
  private final class Trial {
    /// All that is violated of the second record and counts.
    static let needed = ["launched", "planned", "cover", "herd", "share"].map { ($0, "short") }

    private static let input = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "ReportsTests/Golden/input")

    let folder: URL
    let evaluator: PackEvaluator
    let sheet: WaiverSheet
    private let lines: [String]
    private var pack: CompiledPack { evaluator.pack }
    private var records: RecordSource { RecordSource(folder.appending(path: "records.ndjson").path) }

    /// - Parameters:
    ///   - lines: of the records; all unless told.
    ///   - waivers: rules and records; those of the folder unless told.
    init(lines: ClosedRange<Int>? = nil, waivers: [(String, String)]? = nil) throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "waived-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let all = try String(contentsOf: Self.input.appending(path: "records.ndjson"), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      self.lines = lines.map { Array(all[($0.lowerBound - 1)...($0.upperBound - 1)]) } ?? all
      let loading = PackLoader().load(folder: Self.input.appending(path: "rules/sample").path)
      evaluator = PackEvaluator(try #require(loading.pack), asOf: try CivilDate("2021-12-31"))
      let bytes =
        try waivers.map(Self.file) ?? [UInt8](Data(contentsOf: Self.input.appending(path: "waivers.json")))
      sheet = WaiverSheet(file: "waivers.json", bytes: bytes, isRestricted: false)
      #expect(WaiverFile(bytes, path: "waivers.json").defects.isEmpty)
      try write(self.lines, "records.ndjson")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private static func file(_ waivers: [(String, String)]) -> [UInt8] {
      let entries = waivers.map { rule, record in
        """
        { "rule": "\(rule)", "record": "\(record)", "grounds": { "vi": "Bão", "en": "A typhoon" }, "by": "Thường trực",
          "until": "2021-12-31" }
        """
      }
      return Array("{ \"waivers\": [\(entries.joined(separator: ","))] }".utf8)
    }

    private func write(_ lines: [String], _ name: String) throws {
      try Data(lines.joined(separator: "\n").utf8).write(to: folder.appending(path: name))
    }

    private func tally(_ policy: FailurePolicy) -> RecordTally {
      RecordTally(pack, policy, sheet.waivers(of: pack, asOf: evaluator.asOf))
    }

    private func writer(_ only: ReportOptions.Only) -> any ReportWriter {
      let header = ReportHeader(pack, asOf: evaluator.asOf, toolVersion: "0.0.0", takesWaivers: true)
      return ReportFormat.ndjson.writer(header, ReportOptions(only: only))
    }

    private func output(
      _ body: (OutputTarget) throws -> Commands.ExitStatus
    ) throws -> (bytes: [UInt8], status: Commands.ExitStatus) {
      let file = folder.appending(path: "output")
      let status = try body(try OutputTarget(file.path))
      return ([UInt8](try Data(contentsOf: file)), status)
    }

    func interpreted(
      _ only: ReportOptions.Only, _ policy: FailurePolicy
    ) throws -> (bytes: [UInt8], status: Commands.ExitStatus) {
      var reader = RecordReader([records], of: pack, typeName: nil, asOf: evaluator.asOf)
      var run = CheckRun(evaluator, tally(policy))
      var writer = writer(only)
      return try output { try run.run({ try reader.next() }, &writer, $0) }
    }

    func byColumns(
      _ only: ReportOptions.Only, _ policy: FailurePolicy
    ) throws -> (bytes: [UInt8], status: Commands.ExitStatus) {
      var run = ColumnRun(
        evaluator, tally(policy), typeName: nil, jobs: 2, writesFindings: only == .violated)
      var writer = writer(only)
      let lines = writer
      return try output { target in
        try run.run(
          [records], register: [], &writer,
          { RecordOutput(only, .ndjson, lines) }, target)
      }
    }

    /// In two slices, cut behind the record that stands twice.
    func byParts(
      _ only: ReportOptions.Only, _ policy: FailurePolicy
    ) throws -> (bytes: [UInt8], status: Commands.ExitStatus) {
      var parts: [String] = []
      for (place, slice) in [lines[..<9], lines[9...]].enumerated() {
        try write(Array(slice), "slice-\(place).ndjson")
        let related = try RelatedRecords(evaluator, nil, [], register: [])
        var run = SliceRun(evaluator, policy, nil, related, isWhole: only.showsRecords, sheet)
        let part = folder.appending(path: "\(place).part").path
        _ = try run.run(
          [RecordSource(folder.appending(path: "slice-\(place).ndjson").path)],
          origin: ("records.ndjson", slice.startIndex + 1), try OutputTarget(part))
        parts.append(part)
      }
      let merge = try MergeRun(parts, related: [], register: [])
      #expect(merge.header.waivers == sheet)
      var writer = writer(only)
      return try output { try merge.run(policy, only, &writer, $0) }
    }
  }
}
