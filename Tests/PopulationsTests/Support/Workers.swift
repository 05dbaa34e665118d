import CEL
import Evaluator
import JSON
import Populations
import RulePacks

/// A small world of workers in units, its pack, and random populations with gaps.
struct Workers {
  struct Worker {
    var id: Int
    var unit: String?
    var score: Int?
    var good: Bool?

    var key: Text { Text("w\(id)") }

    var json: String {
      var members = ["\"id\": \"w\(id)\""]
      if let unit { members.append("\"unit\": \"\(unit)\"") }
      if let score { members.append("\"score\": \(score)") }
      if let good { members.append("\"good\": \(good)") }
      return "{ " + members.joined(separator: ", ") + " }"
    }
  }

  static func title(_ name: String) -> String { "{ \"vi\": \"\(name)\", \"en\": \"\(name)\" }" }

  /// - Parameter ties: of both awards.
  static func pack(ties: String = "exclude") -> CompiledPack? {
    let manifest = """
      { "pack": "workers", "version": "1", "title": \(title("W")), "period": { "before": "2025-01-01" },
        "include": ["all.json"] }
      """
    let model = """
      { "recordTypes": [ { "recordType": "worker", "key": ["id"], "title": \(title("W")), "fields": {
          "id": { "type": "string", "title": \(title("I")) }, "unit": { "type": "string", "title": \(title("U")) },
          "score": { "type": "integer", "title": \(title("S")) },
          "good": { "type": "boolean", "title": \(title("G")) } } } ],
        "rules": [
          { "id": "good", "kind": "expression", "on": "worker", "title": \(title("G")), "holds": "good" },
          { "id": "score", "kind": "threshold", "on": "worker", "title": \(title("S")), "value": "score", "atLeast": 2 },
          { "id": "share", "kind": "share", "on": "worker", "per": ["unit"], "title": \(title("P")), "where": "good", "atLeast": 50 },
          { "id": "sum", "kind": "aggregate", "on": "worker", "title": \(title("P")), "function": "sum", "value": "score", "when": "good", "atLeast": 4 },
          { "id": "mean", "kind": "aggregate", "on": "worker", "title": \(title("P")), "function": "mean", "value": "score", "when": "good", "moreThan": 1 },
          { "id": "max", "kind": "aggregate", "on": "worker", "title": \(title("P")), "function": "max", "value": "score", "when": "good", "atMost": 2 },
          { "id": "distinct", "kind": "aggregate", "on": "worker", "title": \(title("P")), "function": "distinct", "value": "score", "when": "good", "atLeast": 2 },
          { "id": "unique", "kind": "unique", "on": "worker", "title": \(title("P")), "by": ["unit", "score"], "when": "good" } ],
        "awards": [
          { "id": "base", "on": "worker", "title": \(title("B")), "requires": "good", "per": ["unit"] },
          { "id": "prize", "on": "worker", "title": \(title("Z")), "per": ["unit"], "ties": "\(ties)",
            "requires": { "all": ["score", { "award": "base", "as": "nominated" }] },
            "rankBy": [ { "value": "score", "order": "descending" } ],
            "quotas": [ { "share": { "value": 50, "unit": "%" }, "of": { "award": "base", "as": "nominated" }, "per": ["unit"] } ] },
          { "id": "medal", "on": "worker", "title": \(title("M")), "ties": "\(ties)",
            "requires": { "award": "prize", "as": "nominated" },
            "rankBy": [ { "value": "score", "order": "descending" } ], "quotas": [ { "number": 1 } ] } ] }
      """
    let files = MemoryFiles(["w/pack.json": Array(manifest.utf8), "w/all.json": Array(model.utf8)])
    return PackLoader().load(manifest: "w/pack.json", from: files).pack
  }

  static func population(_ random: inout SeededGenerator, gaps: Int, upTo most: Int = 5) -> [Worker] {
    var workers = (0..<Int.random(in: 1...most, using: &random)).map { id in
      Worker(
        id: id, unit: ["a", "b"][Int.random(in: 0..<2, using: &random)],
        score: Int.random(in: 0..<4, using: &random), good: Int.random(in: 0..<4, using: &random) > 0)
    }
    for _ in 0..<gaps {
      let place = Int.random(in: 0..<workers.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: workers[place].unit = nil
      case 1: workers[place].score = nil
      default: workers[place].good = nil
      }
    }
    return workers
  }

  /// Every way in which the gaps may be filled, with scores that lie on either side of every limit.
  static func completions(of workers: [Worker]) -> [[Worker]] {
    var completions = Completions(of: workers)
    for place in workers.indices {
      completions.fill(\.unit, at: place, with: ["a", "b"])
      completions.fill(\.score, at: place, with: Array(-1..<5))
      completions.fill(\.good, at: place, with: [true, false])
    }
    return completions.wholes
  }

  /// What workers decide together, in parts that are merged one after the other.
  static func outcome(_ parts: [[Worker]], _ evaluator: PackEvaluator, rejected: Int = 0)
    -> PopulationOutcome?
  {
    var whole = PopulationState(evaluator)
    for _ in 0..<rejected { whole.addRejected(type: "worker", key: nil) }
    for part in parts {
      guard let state = state(of: part, evaluator) else { return nil }
      whole.merge(state)
    }
    return whole.decided()
  }

  static func state(of workers: [Worker], _ evaluator: PackEvaluator) -> PopulationState? {
    guard let results = results(of: workers, evaluator) else { return nil }
    var state = PopulationState(evaluator)
    for (worker, result) in zip(workers, results) { state.add(result, key: worker.key, ordinal: worker.id) }
    return state
  }

  static func results(of workers: [Worker], _ evaluator: PackEvaluator) -> [RecordResult]? {
    guard let type = evaluator.pack.recordTypes.first else { return nil }
    let binder = RecordBinder(schema: evaluator.pack.schema, asOf: nil)
    var results: [RecordResult] = []
    for worker in workers {
      guard let document = try? JSONDocument.parse(Array(worker.json.utf8)),
        let record = binder.bind(document.root, as: type).record,
        case .judged(let result) = evaluator.evaluate(record)
      else { return nil }
      results.append(result)
    }
    return results
  }

  /// All that is told of groups and rosters.
  static func description(_ outcome: PopulationOutcome) -> [String] {
    outcome.groups.map { "\($0.rule) \($0.group) \($0.outcome) \($0.members) \($0.missing)" }
      + outcome.rosters.map { roster in
        "\(roster.award) \(String(describing: roster.group)) \(roster.limits) \(roster.ineligible) "
          + roster.nominees.map {
            "\($0.key) \($0.status) \(String(describing: $0.rank)) \($0.isProvisional) \($0.dependsOn)"
          }.joined(separator: ", ")
      }
  }
}
