import ArgumentParser
import CEL
import Columns
import Evaluator
import Foundation
import JSON
import Records
import Reports
import RulePacks
import Testing

@testable import Commands

/// Columns write of an array of records what the interpreter writes, however it is laid out and whatever is broken in it.
@Suite struct ArrayRunTests {
  @Test(arguments: [false, true])
  func agreesWithTheInterpreter(_ looksBeyond: Bool) throws {
    let trial = try ArrayTrial(looksBeyond)
    defer { trial.end() }
    #expect(trial.pack.looksBeyondRecords == looksBeyond)
    var (rejected, judged) = (0, 0)
    for seed in 1...60 {
      var chance = Chance(UInt64(seed))
      // Some are of several chunks.
      let text = ArrayText.random(count: seed % 12 == 0 ? 300 : chance.below(14), &chance)
      try trial.write(text)
      for only in [ReportOptions.Only.verdicts, .violated, .summary] {
        let expected = try trial.interpreted(only)
        #expect(try trial.byColumns(only, jobs: 1) == expected, "seed \(seed), \(only)")
        #expect(try trial.byColumns(only, jobs: 2) == expected, "seed \(seed), \(only), two threads")
        if only == .summary {
          let summary = try JSONDocument.parse(expected.lastLine).root["summary"]
          rejected += summary?["rejected"]?.int64.map(Int.init) ?? 0
          judged += summary?["records"]?.int64.map(Int.init) ?? 0
        }
      }
    }
    #expect(rejected > 50 && judged > 500, "\(rejected) rejected, \(judged) judged")
  }

  /// What the columns take on is taken by them: only elements that they doubt are read as trees.
  @Test func isReadByColumns() throws {
    let trial = try ArrayTrial(false)
    defer { trial.end() }
    // A text with an escape would be read as a tree, here as in lines.
    let units = (0..<500).map {
      ##"{ "id": "u\##($0)", "kind": "a", "score": 4, "share": 2, "note": "]} {" }"##
    }
    for separator in [",", ",\n  "] {
      try trial.write("[\n" + units.joined(separator: separator) + "\n]\n")
      let share = try ColumnRun(trial.evaluator, try trial.tally(), typeName: nil, jobs: 1).count([
        trial.records
      ])
      #expect(share.evaluations == 1_000)
      #expect(share.trees == 0)
    }
  }
}

extension Array where Element == UInt8 {
  /// Without the line feed behind it.
  fileprivate var lastLine: [UInt8] {
    split(separator: UInt8(ascii: "\n")).last.map { Array($0) } ?? []
  }
}

/// Texts of arrays, most of them with something in them that is no record.
private enum ArrayText {
  static func random(count: Int, _ chance: inout Chance) -> String {
    var text = ["[", " [\n", "\u{FEFF}["][min(2, chance.below(9))]
    if text.hasPrefix("\u{FEFF}") { text = "[ " }
    for place in 0..<count {
      if place > 0 { text += [",", ",\n", " ,\n  "][chance.below(3)] }
      text += element(place, &chance, isLong: count > 100)
    }
    text += ["]", "\n]\n", "]", "]", "]", "] x", "", ","][chance.below(8)]
    return text
  }

  private static func element(_ place: Int, _ chance: inout Chance, isLong: Bool) -> String {
    // In a long one the odd is rarer, so that chunks are of many records.
    switch chance.below(isLong ? 400 : 40) {
    case 0: return unit("u\(max(0, place - 3))", &chance)
    case 1: return #"{"id": "x\#(place)", "score": "3"}"#
    case 2: return #"{"score": 3,"# + "\n" + #" "nope": 1}"#
    case 3: return #"{"id": "y\#(place)", "id": "z"}"#
    case 4: return ["null", "12", "\"text\"", "[{\"id\": \"q\"}]", "true"][chance.below(5)]
    case 5: return #"{"id" "w\#(place)"}"#
    case 6: return #"{"id": "v\#(place)", "note": [1, {"a": 2]}}"#
    case 7: return "{\"id\": \"c\(place)\", \"note\": \"a\u{1}b\"}"
    case 8: return "{\"id\": \"t\(place)\",\n \"note\": \"a\nb\"}"
    case 9:
      return #"{"id": "d\#(place)", "deep": "# + String(repeating: "[", count: 80)
        + String(repeating: "]", count: 80) + "}"
    case 10: return unit("p\(place)", &chance).replacing(", ", with: ",\n\t")
    case 11: return #"{"id": "e\#(place)", "score": 1e2, "# + "\n" + #" "kind": "zz"}"#
    case 12 where chance.below(4) == 0: return #"{"id": "open\#(place)"#
    default: return unit("u\(place)", &chance, noteLength: isLong ? 3_000 : 20)
    }
  }

  static func unit(_ id: String, _ chance: inout Chance, noteLength: Int = 20) -> String {
    let notes = [#"a \"quoted\" {thing"#, "]}", #"\\"#, "đơn vị, thôn; bản", "x"]
    var note = notes[chance.below(notes.count)]
    while note.utf8.count < chance.below(noteLength + 1) { note += notes[chance.below(notes.count)] }
    let score = chance.below(9) == 0 ? "" : ", \"score\": \(chance.below(8))"
    let kind = ["a", "b", "c"][chance.below(3)]
    return
      "{ \"id\": \"\(id)\", \"kind\": \"\(kind)\"\(score), \"share\": \(chance.below(10)), \"note\": \"\(note)\" }"
  }
}

/// A pack and a file of records that it judges.
private struct ArrayTrial {
  let folder: URL
  let pack: CompiledPack
  let evaluator: PackEvaluator
  var records: RecordSource { RecordSource(folder.appending(path: "records.json").path) }

  init(_ looksBeyond: Bool) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "array-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "p"), withIntermediateDirectories: true)
    try Data(Self.manifest.utf8).write(to: folder.appending(path: "p/pack.json"))
    try Data(Self.rules(looksBeyond).utf8).write(to: folder.appending(path: "p/rules.json"))
    pack = try #require(PackLoader().load(folder: folder.appending(path: "p").path).pack)
    evaluator = PackEvaluator(pack, asOf: try CivilDate("2021-12-31"), timeZone: TimeZoneNames.offset)
  }

  func end() { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: "records.json"))
  }

  func tally() throws -> RecordTally { RecordTally(pack, try FailurePolicy.parse([]), nil) }

  private func writer(_ only: ReportOptions.Only) -> any ReportWriter {
    ReportFormat.ndjson.writer(
      ReportHeader(pack, asOf: evaluator.asOf, toolVersion: "0.0.0"), ReportOptions(only: only))
  }

  private func output(_ body: (OutputTarget) throws -> Commands.ExitStatus) throws -> [UInt8] {
    let file = folder.appending(path: "output").path
    _ = try body(try OutputTarget(file))
    return [UInt8](try Data(contentsOf: URL(filePath: file)))
  }

  func interpreted(_ only: ReportOptions.Only) throws -> [UInt8] {
    let passes = RecordPasses([records]) {
      RecordReader([records], of: pack, typeName: nil, asOf: evaluator.asOf)
    }
    let judge =
      pack.looksBeyondRecords
      ? try PopulationReading(evaluator: evaluator, hasRegister: false, passes: passes).judge() : nil
    var run = CheckRun(evaluator, try tally(), judge)
    var writer = writer(only)
    return try output { try run.run(passes.begin(), &writer, $0) }
  }

  func byColumns(_ only: ReportOptions.Only, jobs: Int) throws -> [UInt8] {
    var run = ColumnRun(evaluator, try tally(), typeName: nil, jobs: jobs, writesFindings: only == .violated)
    var writer = writer(only)
    let lines = writer
    return try output { target in
      try run.run(
        [records], register: [], &writer,
        { RecordOutput(only, .ndjson, lines) }, target)
    }
  }

  private static let title = #""title": { "vi": "T", "en": "T" }"#

  private static let manifest = """
    { "pack": "p", "version": "1", \(title), "period": { "from": "2021-01-01", "before": "2022-01-01" },
      "include": ["rules.json"] }
    """

  private static func rules(_ looksBeyond: Bool) -> String {
    let share = """
      , { "id": "half", "kind": "share", "on": "unit", \(title), "where": "score >= 3.0", "per": ["kind"],
          "atLeast": 50 }
      """
    let lists = """
      , "per": ["kind"], "rankBy": [{ "value": "score", "order": "descending" }],
        "quotas": [{ "number": 3, "per": ["kind"] }]
      """
    return """
      { "recordTypes": [ { "recordType": "unit", "key": ["id"], \(title),
          "fields": { "id": { "type": "string" }, "kind": { "type": "enum", "values": ["a", "b", "c"] },
            "score": { "type": "number" }, "share": { "type": "number" }, "note": { "type": "string" } } } ],
        "rules": [
          { "id": "good", "kind": "threshold", "on": "unit", \(title), "value": "score", "atLeast": 3 },
          { "id": "fair", "kind": "threshold", "on": "unit", \(title), "value": "share", "atMost": 5,
            "when": "kind != 'c'" }\(looksBeyond ? share : "") ],
        "awards": [
          { "id": "best", "on": "unit", \(title), "requires": { "all": ["good", "fair"] }\(looksBeyond ? lists : "") } ] }
      """
  }
}
