import CEL
import Evaluator
import JSON
import Populations
import Testing

/// States of parts of a population: merged in any order and grouping, or written and read between, they decide the same.
@Suite struct PartTests {
  private func evaluator() throws -> PackEvaluator {
    PackEvaluator(try #require(Workers.pack()), asOf: try CivilDate("2024-12-20"))
  }

  /// Random parts of shuffled workers, some of them empty.
  private func parts(of workers: [Workers.Worker], _ random: inout SeededGenerator) -> [[Workers.Worker]] {
    var parts = [[Workers.Worker]](repeating: [], count: Int.random(in: 1...5, using: &random))
    for worker in workers.shuffled(using: &random) {
      parts[Int.random(in: 0..<parts.count, using: &random)].append(worker)
    }
    return parts
  }

  @Test func anyOrderAndGroupingOfMergesDecidesTheSame() throws {
    let evaluator = try evaluator()
    var random = SeededGenerator(seed: 14)
    for round in 0..<150 {
      let workers = Workers.population(&random, gaps: round % 3, upTo: 8)
      let whole = Workers.description(try #require(Workers.outcome([workers], evaluator)))
      var states = try parts(of: workers, &random).map { try #require(Workers.state(of: $0, evaluator)) }
      // Neighbours or not, left into right or right into left, until one is left.
      while states.count > 1 {
        let taken = states.remove(at: Int.random(in: 0..<states.count, using: &random))
        states[Int.random(in: 0..<states.count, using: &random)].merge(taken)
      }
      #expect(Workers.description(states[0].decided()) == whole, "\(workers)")
    }
  }

  /// The state of a part without those who wait, as it is written, and their number.
  private func archive(
    _ workers: [Workers.Worker], _ results: [RecordResult], rejected: Int, _ evaluator: PackEvaluator
  ) -> StateArchive {
    var state = PopulationState(evaluator)
    for (worker, result) in zip(workers, results) {
      state.count(result, key: worker.key)
      if !state.waits(result) { state.nominate(result, key: worker.key, ordinal: worker.id) }
    }
    for _ in 0..<rejected { state.addRejected(type: "worker", key: nil) }
    var archive = StateArchive()
    state.code(&archive)
    return archive
  }

  @Test func whatWasWrittenAndReadDecidesTheSame() throws {
    let evaluator = try evaluator()
    var random = SeededGenerator(seed: 15)
    for round in 0..<100 {
      let workers = Workers.population(&random, gaps: round % 3, upTo: 8)
      let rejected = round % 2
      let whole = try #require(Workers.outcome([workers], evaluator, rejected: rejected))
      var merged = PopulationState(evaluator)
      for (place, part) in parts(of: workers, &random).enumerated() {
        let results = try #require(Workers.results(of: part, evaluator))
        let written = archive(part, results, rejected: place == 0 ? rejected : 0, evaluator)
        var read = StateArchive(reading: written.items)
        var state = PopulationState(evaluator)
        state.code(&read)
        #expect(read.isExhausted)
        var again = StateArchive()
        state.code(&again)
        #expect(again.items == written.items)
        for (worker, result) in zip(part, results) where state.waits(result) {
          state.nominate(result, key: worker.key, ordinal: worker.id)
        }
        merged.merge(state)
      }
      #expect(Workers.description(merged.decided()) == Workers.description(whole), "\(workers)")
    }
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let evaluator = try evaluator()
    var random = SeededGenerator(seed: 16)
    let workers = Workers.population(&random, gaps: 2, upTo: 8)
    let results = try #require(Workers.results(of: workers, evaluator))
    let items = archive(workers, results, rejected: 1, evaluator).items
    func isRead(_ items: [StateArchive.Item]) -> Bool {
      var archive = StateArchive(reading: items)
      var state = PopulationState(evaluator)
      state.code(&archive)
      return archive.isExhausted
    }
    #expect(isRead(items))
    for place in items.indices {
      #expect(!isRead(Array(items[..<place])))
      for foreign in [StateArchive.Item.int(-1), .int(.max), .text("x")] {
        var changed = items
        changed[place] = foreign
        // Some changes are states of other populations; none may trap.
        _ = isRead(changed)
      }
    }
    #expect(!isRead(items + [.int(0)]))
  }
}
