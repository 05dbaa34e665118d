import CEL
import Evaluator
import JSON
import Populations
import Testing

/// Rosters of complete populations against what the words of the pack say, computed the long way.
@Suite struct RosterTests {
  /// Who is nominated where a number of places goes to candidates by falling score.
  private func best(_ candidates: [Workers.Worker], places: Int, ties: String) -> [Workers.Worker] {
    let ranked = candidates.sorted { ($1.score ?? 0, $0.id) < ($0.score ?? 0, $1.id) }
    if ties == "key" { return Array(ranked.prefix(places)) }
    return ranked.filter { worker in
      let before = ranked.count { ($0.score ?? 0) > (worker.score ?? 0) }
      let equal = ranked.count { $0.score == worker.score }
      return ties == "include" ? before < places : before + equal <= places
    }
  }

  private func nominated(_ award: Text, _ outcome: PopulationOutcome, _ pack: CompiledPack) -> Set<Text> {
    Set(
      outcome.rosters.filter { pack.awards[$0.award].id == award }.flatMap(\.nominees)
        .filter { $0.status == .nominated }.map(\.key))
  }

  @Test(arguments: ["exclude", "include", "key"])
  func agreeWithTheLongWay(ties: String) throws {
    let pack = try #require(Workers.pack(ties: ties))
    let evaluator = PackEvaluator(pack, asOf: try CivilDate("2024-12-20"))
    var random = SeededGenerator(seed: 17)
    var medals = 0
    for _ in 0..<700 {
      let workers = Workers.population(&random, gaps: 0, upTo: 9)
      let outcome = try #require(Workers.outcome([workers.shuffled(using: &random)], evaluator))
      let good = workers.filter { $0.good == true }
      var prized: [Workers.Worker] = []
      for unit in ["a", "b"] {
        let members = good.filter { $0.unit == unit }
        prized += best(members.filter { ($0.score ?? 0) >= 2 }, places: members.count / 2, ties: ties)
      }
      let medal = best(prized, places: 1, ties: ties)
      medals += medal.count
      #expect(nominated("base", outcome, pack) == Set(good.map(\.key)), "\(workers)")
      #expect(nominated("prize", outcome, pack) == Set(prized.map(\.key)), "\(workers)")
      #expect(nominated("medal", outcome, pack) == Set(medal.map(\.key)), "\(workers)")
      // Whoever is placed is final where nothing is open.
      #expect(!outcome.rosters.contains { $0.nominees.contains(where: \.isProvisional) })
    }
    #expect(medals > 100)
  }
}
