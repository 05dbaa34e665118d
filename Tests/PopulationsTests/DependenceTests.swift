import CEL
import Evaluator
import JSON
import Testing

@testable import Populations

/// What a provisional place is said to hang on.
@Suite struct DependenceTests {
  private typealias Worker = Workers.Worker

  private func evaluator(ties: String = "exclude") throws -> PackEvaluator {
    PackEvaluator(try #require(Workers.pack(ties: ties)), asOf: try CivilDate("2024-12-20"))
  }

  private func nominees(_ award: Text, _ outcome: PopulationOutcome, _ pack: CompiledPack) -> [Nominee] {
    outcome.rosters.filter { pack.awards[$0.award].id == award }.flatMap(\.nominees)
  }

  private let two = [
    Worker(id: 0, unit: "a", score: 3, good: true), Worker(id: 1, unit: "a", score: 0, good: nil),
    Worker(id: 2, unit: "b", score: 3, good: true), Worker(id: 3, unit: "b", score: 0, good: nil),
  ]

  private func dependsOn(_ key: Text, _ workers: [Worker]) throws -> [Text]? {
    let evaluator = try evaluator()
    let outcome = try #require(Workers.outcome([workers], evaluator))
    let nominee = nominees("prize", outcome, evaluator.pack).first { $0.key == key }
    return nominee.flatMap { $0.isProvisional ? $0.dependsOn.keys : nil }
  }

  /// How many are nominated for another award is open in both units; each place hangs on those of its own.
  @Test func aQuotaPerUnitNamesNobodyOfAnother() throws {
    #expect(try dependsOn("w0", two) == ["w1"])
    #expect(try dependsOn("w2", two) == ["w3"])
  }

  @Test func whoMayBeOfAnyUnitIsNamedInAll() throws {
    let three = two + [Worker(id: 4, unit: nil, score: 0, good: true)]
    #expect(try dependsOn("w0", three) == ["w1", "w4"])
    #expect(try dependsOn("w2", three) == ["w3", "w4"])
  }

  /// As long as those who are named are filled in alike, no gap of another changes a place.
  @Test(arguments: ["exclude", "include", "key"])
  func nobodyWhoChangesAPlaceIsLeftOut(ties: String) throws {
    let evaluator = try evaluator(ties: ties)
    var random = SeededGenerator(seed: 23)
    var compared = 0
    for round in 0..<80 {
      let workers = Workers.population(&random, gaps: 1 + round % 3)
      let open = try #require(Workers.outcome([workers], evaluator))
      let waiting = nominees("prize", open, evaluator.pack).filter(\.isProvisional)
      guard !waiting.isEmpty else { continue }
      var seen: [Text: [String: Set<Bool>]] = [:]
      for whole in Workers.completions(of: workers) {
        let closed = try #require(Workers.outcome([whole], evaluator))
        let nominated = Set(
          nominees("prize", closed, evaluator.pack).filter { $0.status == .nominated }.map(\.key))
        for nominee in waiting {
          let named = whole.filter { $0.key == nominee.key || nominee.dependsOn.keys.contains($0.key) }
          let filled = named.map(\.json).joined()
          seen[nominee.key, default: [:]][filled, default: []].insert(nominated.contains(nominee.key))
        }
      }
      for (key, ways) in seen {
        compared += 1
        #expect(ways.values.allSatisfy { $0.count == 1 }, "\(key) \(workers)")
      }
    }
    #expect(compared > 10)
  }

  @Test func theRestOfASourceMayChangeEveryPlace() throws {
    let evaluator = try evaluator()
    for endsSource in [false, true] {
      var state = try #require(Workers.state(of: two, evaluator))
      state.addRejected(type: nil, key: nil)
      state.addRejected(type: nil, key: nil, endsSource: endsSource)
      let nominees = nominees("prize", state.decided(), evaluator.pack).filter { $0.status != .nearMiss }
      #expect(nominees.map(\.key).sorted() == ["w0", "w2"])
      for nominee in nominees {
        #expect(nominee.isProvisional)
        #expect(nominee.lost.count == 2 && nominee.lost.isEndless == endsSource)
      }
    }
  }
}
