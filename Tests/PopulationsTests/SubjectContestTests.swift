import CEL
import Evaluator
import JSON
import Populations
import RulePacks
import Testing

/// Several dossiers of one person for one award of the year.
@Suite struct SubjectContestTests {
  struct Dossier {
    var id: Int
    var person: String?
    var unit: String
    var score: Int?
    var good: Bool?

    var key: Text { Text("d\(id)") }

    var json: String {
      let known = [
        person.map { "\"person\": \"\($0)\"" }, score.map { "\"score\": \($0)" },
        good.map { "\"good\": \($0)" },
      ].compactMap { $0 }
      return "{ "
        + (["\"id\": \"d\(id)\", \"unit\": \"\(unit)\""] + known)
        .joined(separator: ", ") + " }"
    }
  }

  /// - Parameter places: of the quota by unit; nil sets none.
  private func evaluator(ties: String, places: Int?) throws -> PackEvaluator {
    let title = "\"title\": { \"vi\": \"T\", \"en\": \"T\" }"
    let fields = [
      ("id", "string"), ("person", "string"), ("unit", "string"), ("score", "integer"), ("good", "boolean"),
    ]
    .map { "\"\($0)\": { \"type\": \"\($1)\", \(title) }" }.joined(separator: ", ")
    let manifest = """
      { "pack": "p", "version": "1", \(title), "period": { "before": "2025-01-01" }, "include": ["all.json"] }
      """
    let quotas = places.map { ", \"quotas\": [{ \"number\": \($0), \"per\": [\"unit\"] }]" } ?? ""
    let model = """
      { "recordTypes": [{ "recordType": "dossier", "key": ["id"], \(title), "fields": { \(fields) } }],
        "rules": [{ "id": "good", "kind": "expression", "on": "dossier", \(title), "holds": "good" }],
        "awards": [{ "id": "prize", "on": "dossier", \(title), "requires": "good", "subject": "person",
          "ties": "\(ties)", "rankBy": [{ "value": "score", "order": "descending" }]\(quotas) }] }
      """
    let files = MemoryFiles(["p/pack.json": Array(manifest.utf8), "p/all.json": Array(model.utf8)])
    let loading = PackLoader().load(manifest: "p/pack.json", from: files)
    #expect(loading.defects.map { "\($0.code) \($0.arguments)" } == [])
    return PackEvaluator(try #require(loading.pack), asOf: try CivilDate("2024-12-20"))
  }

  private func nominees(_ dossiers: [Dossier], _ evaluator: PackEvaluator) throws -> [Nominee] {
    let type = try #require(evaluator.pack.recordTypes.first)
    let binder = RecordBinder(schema: evaluator.pack.schema, asOf: nil)
    var state = PopulationState(evaluator)
    for dossier in dossiers {
      let document = try JSONDocument.parse(Array(dossier.json.utf8))
      guard
        case .judged(let result) = evaluator.evaluate(
          try #require(binder.bind(document.root, as: type).record))
      else { continue }
      state.add(result, key: dossier.key, ordinal: dossier.id)
    }
    return state.decided().rosters.flatMap(\.nominees)
  }

  private func population(_ random: inout SeededGenerator, gaps: Int) -> [Dossier] {
    var dossiers = (0..<Int.random(in: 2...4, using: &random)).map { id in
      Dossier(
        id: id, person: ["p", "q"][Int.random(in: 0..<2, using: &random)],
        unit: ["a", "b"][Int.random(in: 0..<2, using: &random)], score: Int.random(in: 0..<3, using: &random),
        good: Int.random(in: 0..<5, using: &random) > 0)
    }
    for _ in 0..<gaps {
      let place = Int.random(in: 0..<dossiers.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: dossiers[place].score = nil
      case 1: dossiers[place].good = nil
      default: dossiers[place].person = nil
      }
    }
    return dossiers
  }

  private func completions(_ dossiers: [Dossier]) -> [[Dossier]] {
    var completions = Completions(of: dossiers)
    for place in dossiers.indices {
      completions.fill(\.person, at: place, with: ["p", "q", "another"])
      // Who is eligible and lacks a rank stands last for good, so that only an open one's is filled in.
      if dossiers[place].good == nil { completions.fill(\.score, at: place, with: Array(-1..<4)) }
      completions.fill(\.good, at: place, with: [true, false])
    }
    return completions.wholes
  }

  /// The best dossier of each person, the long way: by score, then by key.
  private func best(_ dossiers: [Dossier]) -> Set<Text> {
    var best: [String: Dossier] = [:]
    for dossier in dossiers where dossier.good == true {
      guard let person = dossier.person else { continue }
      let other = best[person]
      let isBetter = other.map { (dossier.score ?? -9, -dossier.id) > ($0.score ?? -9, -$0.id) } ?? true
      if isBetter { best[person] = dossier }
    }
    return Set(best.values.map(\.key))
  }

  @Test(arguments: ["exclude", "include", "key"], [nil, 1, 2] as [Int?])
  func onlyTheBestCountsAndFinalPlacesHold(ties: String, places: Int?) throws {
    let evaluator = try evaluator(ties: ties, places: places)
    var random = SeededGenerator(seed: 31)
    var (superseded, final, provisional) = (0, 0, 0)
    for round in 0..<120 {
      let dossiers = population(&random, gaps: round % 3)
      let open = try nominees(dossiers, evaluator)
      let wholes = completions(dossiers)
      for whole in wholes {
        let closed = try nominees(whole, evaluator)
        let best = best(whole)
        for nominee in closed where nominee.status == .nominated || nominee.status == .reserve {
          #expect(best.contains(nominee.key) == (nominee.supersededBy == nil), "\(whole)")
          if nominee.supersededBy != nil {
            superseded += 1
            #expect(nominee.status == .reserve && !nominee.isProvisional)
          }
        }
        if places == nil {
          #expect(Set(closed.filter { $0.status == .nominated }.map(\.key)) == best, "\(whole)")
        }
        let nominated = Set(closed.filter { $0.status == .nominated }.map(\.key))
        for nominee in open where nominee.status == .nominated || nominee.status == .reserve {
          if nominee.isProvisional {
            provisional += 1
            #expect(nominee.dependsOn.count > 0, "\(dossiers)")
          } else {
            final += 1
            #expect((nominee.status == .nominated) == nominated.contains(nominee.key), "\(dossiers) \(whole)")
          }
        }
      }
    }
    #expect(superseded > 50 && final > 50 && provisional > 20)
  }
}
