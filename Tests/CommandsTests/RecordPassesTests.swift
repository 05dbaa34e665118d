import ArgumentParser
import CEL
import Evaluator
import Foundation
import JSON
import Records
import Reports
import RulePacks
import Testing

@testable import Commands

/// Records that are kept between passes come to what they come to where they are read again.
@Suite struct RecordPassesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(arguments: [
    ("ba-to-2021", ["campaign.json", "commune.json", "units.ndjson"]),
    ("bac-lieu-2021", ["campaign.json", "awards.ndjson", "nominations.ndjson", "units.ndjson"]),
    ("thai-binh-2021", ["campaign.json", "awards.ndjson", "nominations.ndjson", "units.ndjson"]),
  ])
  func givesTheSame(_ name: String, _ samples: [String]) throws {
    let pack = try #require(PackLoader().load(folder: Self.root.appending(path: "rules/\(name)").path).pack)
    #expect(pack.looksBeyondRecords)
    let folder = FileManager.default.temporaryDirectory.appending(path: "passes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    // A record that stands twice and a broken one are met in every pass.
    let extra = "{\"type\": \"unit\", \"id\": \"x\"}\n{\"type\": \"unit\", \"id\": \"x\"}\n{\"type\": \n"
    for padding in [0, 1 << 20] {
      let place = folder.appending(path: "\(padding)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for sample in samples {
        try FileManager.default.copyItem(
          at: Self.root.appending(path: "Examples/\(name)/\(sample)"), to: place.appending(path: sample))
      }
      try Data((extra + String(repeating: " ", count: padding)).utf8).write(
        to: place.appending(path: "z.ndjson"))
    }
    let (small, isKept) = try output(pack, folder.appending(path: "0"), samples)
    let (large, isReadAgain) = try output(pack, folder.appending(path: "\(1 << 20)"), samples)
    #expect(isKept && !isReadAgain)
    #expect(small.utf8.count > 10_000)
    #expect(small == large)
  }

  private func output(_ pack: CompiledPack, _ folder: URL, _ names: [String]) throws -> (Text, Bool) {
    let day = try CivilDate("2021-12-31")
    let sources = (names + ["z.ndjson"]).map { RecordSource(folder.appending(path: $0).path) }
    let evaluator = PackEvaluator(pack, asOf: day, timeZone: TimeZoneNames.offset)
    let passes = RecordPasses(sources) { RecordReader(sources, of: pack, typeName: nil, asOf: day) }
    let judge = try PopulationReading(evaluator: evaluator, hasRegister: false, passes: passes).judge()
    var run = CheckRun(evaluator, RecordTally(pack, try FailurePolicy.parse([]), nil), judge)
    var writer = ReportFormat.json.writer(
      ReportHeader(pack, asOf: day, toolVersion: "0.0.0"), ReportOptions())
    let result = folder.appending(path: "result.json")
    _ = try run.run(passes.begin(), &writer, try OutputTarget(result.path))
    return (Text(utf8: [UInt8](try Data(contentsOf: result))), passes.keeps)
  }
}
