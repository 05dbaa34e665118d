import CEL
import Evaluator
import JSON
import Populations
import RulePacks

/// Nominations ranked under quotas by unit and in all: what is kept of each, and the rosters.
struct NominationStages {
  private let count: Int
  private var random: SeededGenerator

  init(_ count: Int, seed: UInt64) {
    self.count = count
    random = SeededGenerator(seed: seed)
  }

  /// Nominations of one unit.
  private static let unitSize = 250

  mutating func run() throws {
    let evaluator = PackEvaluator(try Self.pack(), asOf: try CivilDate("2024-12-20"))
    guard let type = evaluator.pack.recordTypes.first else { throw BenchmarkFailure.noRecords }
    let binder = RecordBinder(schema: evaluator.pack.schema, asOf: nil)
    var parser = JSONParser()
    var state = PopulationState(evaluator)
    var bytes = 0
    let counting = try StageTable.stage("nominations, read and counted", records: count, bytes: 0) {
      for number in 0..<count {
        let line = nomination(number)
        bytes += line.count
        guard let record = binder.bind(try parser.parse(line).root, as: type).record,
          case .judged(let result) = evaluator.evaluate(record)
        else { throw BenchmarkFailure.rejectedRecords }
        state.add(result, key: Text("n\(number)"), ordinal: number)
      }
    }
    counting.with(bytes: bytes).printLine()
    var nominated = 0
    let deciding = StageTable.stage("nominations, rosters", records: count, bytes: bytes) {
      nominated = state.decided().rosters.reduce(0) { $0 + $1.count(.nominated) }
    }
    deciding.printLine()
    guard nominated > 0 else { throw BenchmarkFailure.noRecords }
  }

  /// One in fifty lacks its grade, so that its case is open.
  private mutating func nomination(_ number: Int) -> [UInt8] {
    var line = "{\"id\": \"n\(number)\", \"unit\": \"u\(number / Self.unitSize)\", \"score\": "
    line += "\(Int.random(in: 0..<1000, using: &random))"
    if Int.random(in: 0..<50, using: &random) > 0 {
      line += ", \"good\": \(Int.random(in: 0..<4, using: &random) > 0)"
    }
    return Array((line + "}").utf8)
  }

  private static func pack() throws -> CompiledPack {
    let title = #"{ "vi": "Đề nghị", "en": "Nomination" }"#
    let manifest = """
      { "pack": "nominations", "version": "1", "title": \(title), "period": { "before": "2025-01-01" },
        "include": ["all.json"] }
      """
    let model = """
      { "recordTypes": [ { "recordType": "nomination", "key": ["id"], "title": \(title), "fields": {
          "id": { "type": "string", "title": \(title) }, "unit": { "type": "string", "title": \(title) },
          "score": { "type": "integer", "title": \(title) },
          "good": { "type": "boolean", "title": \(title) } } } ],
        "rules": [
          { "id": "good", "kind": "expression", "on": "nomination", "title": \(title), "holds": "good" },
          { "id": "share", "kind": "share", "on": "nomination", "per": ["unit"], "title": \(title),
            "where": "good", "atLeast": 70 } ],
        "awards": [ { "id": "title", "on": "nomination", "title": \(title), "requires": "good",
          "rankBy": [ { "value": "score", "order": "descending" } ],
          "quotas": [ { "share": { "value": 15, "unit": "%" }, "per": ["unit"], "ceiling": true } ] } ] }
      """
    let files = MemoryFiles(["n/pack.json": Array(manifest.utf8), "n/all.json": Array(model.utf8)])
    guard let pack = PackLoader().load(manifest: "n/pack.json", from: files).pack else {
      throw BenchmarkFailure.noRecords
    }
    return pack
  }
}

extension StageTable.Stage {
  fileprivate func with(bytes: Int) -> StageTable.Stage {
    StageTable.Stage(name: name, seconds: seconds, records: records, bytes: bytes, peak: peak)
  }
}
