import CEL
import Evaluator
import Foundation
import JSON
import Records
import Reports
import RulePacks
import RuleReview
import Testing

/// A small pack, its records, and the reports on them as they must be, byte for byte.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden")

  static func pack() throws -> CompiledPack {
    let loading = PackLoader().load(folder: folder.appending(path: "input/rules/sample").path)
    return try #require(loading.pack, "\(loading.defects.map { ProblemTexts(.en).excerpt($0) })")
  }

  /// A report on the records of the folder, as the command writes it.
  ///
  /// - Parameter waived: true with the waivers of the folder.
  static func report(
    _ makeWriter: (ReportHeader, ReportOptions) -> any ReportWriter, _ options: ReportOptions,
    waived: Bool = false
  ) throws -> [UInt8] {
    let pack = try pack()
    let day = try CivilDate("2021-12-31")
    let source = RecordSource(folder.appending(path: "input/records.ndjson").path)
    var reader = RecordReader([source], of: pack, typeName: nil, asOf: day)
    let evaluator = PackEvaluator(pack, asOf: day)
    var writer = makeWriter(
      ReportHeader(pack, asOf: day, toolVersion: "0.0.0", takesWaivers: waived), options)
    var waivers = RecordWaivers(try self.waivers(), of: pack, asOf: day)
    var summary = ReportSummary(pack)
    var output: [UInt8] = []
    writer.begin(into: &output)
    while let next = try reader.next() {
      switch next {
      case .success(let located):
        guard case .judged(let result) = evaluator.evaluate(located.record) else { continue }
        let found = waived ? waivers.waivers(of: result, key: located.key.text) : [:]
        summary.add(result, waived: Set(found.keys))
        writer.record(ReportedRecord(located, result, waivers: found), into: &output)
      case .failure(let rejection):
        summary.rejected += 1
        if let key = rejection.key { waivers.pass(type: rejection.type, key: key.text) }
        writer.rejected(rejection, into: &output)
      }
    }
    for finding in waived ? waivers.findings : [] { writer.waiver(finding, into: &output) }
    writer.end(summary, into: &output)
    return output
  }

  static func waivers() throws -> WaiverFile {
    let file = WaiverFile(
      [UInt8](try Data(contentsOf: folder.appending(path: "input/waivers.json"))), path: "waivers.json")
    #expect(file.defects.isEmpty)
    return file
  }

  /// Compares with a file of the folder; with `RECORD_GOLDEN=1` in the environment writes it anew instead.
  static func expect(_ output: [UInt8], is name: String) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(output).write(to: file)
      return
    }
    let wanted = String(decoding: try Data(contentsOf: file), as: UTF8.self).components(separatedBy: "\n")
    let found = String(decoding: output, as: UTF8.self).components(separatedBy: "\n")
    for (number, (wanted, found)) in zip(wanted, found).enumerated() where wanted != found {
      Issue.record("\(name):\(number + 1) should be\n\(wanted)\nand is\n\(found)")
      return
    }
    #expect(found.count == wanted.count, "\(name) has another number of lines")
  }
}
