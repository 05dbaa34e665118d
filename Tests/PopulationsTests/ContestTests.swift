import Evaluator
import JSON
import Testing

@testable import Populations

/// Contests against a slow reference that follows the words of the law, on thousands of random ones.
@Suite struct ContestTests {
  /// One random contest; blocks are ranks, slots of the first quota come before those of the second.
  struct Sample {
    var entries: [Contest.Entry]
    var capacities: [Capacity]
    var quotas: Int
    var ties: TieRule

    init(_ random: inout SeededGenerator, quotas: Int) {
      self.quotas = quotas
      ties = TieRule.allCases[Int.random(in: 0..<3, using: &random)]
      let groups = 2
      capacities = (0..<(quotas * groups)).map { _ in
        let least = Int.random(in: 0...3, using: &random)
        let most = least + (Int.random(in: 0..<3, using: &random) == 0 ? 1 : 0)
        return Capacity(least: least, actual: least, most: most)
      }
      var block = 0
      entries = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        if Bool.random(using: &random) { block += 1 }
        let slots = (0..<quotas).map { quota -> Int? in
          quota * groups + Int.random(in: 0..<groups, using: &random)
        }
        entries.append(
          Contest.Entry(isEligible: Int.random(in: 0..<3, using: &random) > 0, slots: slots, block: block))
      }
    }

    func run(rejected: Int = 0) -> [Contest.Result] {
      var contest = Contest(capacities, quotas: quotas, ties: ties, rejected: rejected)
      return contest.run(entries)
    }

    /// Who is nominated where just these are eligible, counted anew for every question.
    func reference(_ eligible: [Bool], _ limits: [Int]) -> [Bool] {
      var nominated = [Bool](repeating: false, count: entries.count)
      var closed: Set<Int> = []
      func taken(_ slot: Int) -> Int {
        entries.indices.count { nominated[$0] && entries[$0].slots.contains(slot) }
      }
      func hasRoom(_ index: Int) -> Bool {
        entries[index].slots.allSatisfy { slot in
          slot.map { !closed.contains($0) && taken($0) < limits[$0] } ?? false
        }
      }
      var blocks: [[Int]] = []
      for index in entries.indices {
        if ties != .key, let last = blocks.last?.first, entries[last].block == entries[index].block {
          blocks[blocks.count - 1].append(index)
        } else {
          blocks.append([index])
        }
      }
      for block in blocks {
        let applicants = block.filter { eligible[$0] && hasRoom($0) }
        let overfull = Set(
          limits.indices.filter { slot in
            taken(slot) + applicants.count { entries[$0].slots.contains(slot) } > limits[slot]
          })
        for index in applicants {
          let isTied = entries[index].slots.contains { overfull.contains($0 ?? -1) }
          if ties != .exclude || !isTied { nominated[index] = true }
        }
        if ties == .exclude {
          for index in applicants {
            for case let slot? in entries[index].slots where overfull.contains(slot) { closed.insert(slot) }
          }
        }
      }
      return nominated
    }
  }

  @Test(arguments: [0, 1, 2]) func agreesWithTheReference(quotas: Int) {
    var random = SeededGenerator(seed: UInt64(41 + quotas))
    for _ in 0..<1000 {
      let sample = Sample(&random, quotas: quotas)
      let eligible = sample.entries.map(\.isEligible)
      let expected = sample.reference(eligible, sample.capacities.map(\.actual))
      let results = sample.run()
      #expect(results.map(\.isNominated) == expected, "\(sample)")
      for (index, result) in results.enumerated() where eligible[index] {
        #expect(result.isNominated == (result.refusal == nil))
      }
    }
  }

  /// Every way in which open candidates and open counts may turn out.
  private func completions(_ sample: Sample, _ visit: ([Bool], [Bool]) -> Void) {
    let open = sample.entries.indices.filter { !sample.entries[$0].isEligible }
    let loose = sample.capacities.indices.filter { sample.capacities[$0].least < sample.capacities[$0].most }
    for choice in 0..<(1 << open.count) {
      var eligible = sample.entries.map(\.isEligible)
      for (bit, index) in open.enumerated() where choice >> bit & 1 == 1 { eligible[index] = true }
      for size in 0..<(1 << loose.count) {
        var limits = sample.capacities.map(\.least)
        for (bit, slot) in loose.enumerated() where size >> bit & 1 == 1 { limits[slot] += 1 }
        visit(eligible, sample.reference(eligible, limits))
      }
    }
  }

  @Test(arguments: [0, 1]) func withOneQuotaWhatIsFinalIsExact(quotas: Int) {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let sample = Sample(&random, quotas: quotas)
      var always = sample.entries.map(\.isEligible)
      var ever = [Bool](repeating: false, count: sample.entries.count)
      completions(sample) { _, nominated in
        for index in nominated.indices {
          if nominated[index] { ever[index] = true } else { always[index] = false }
        }
      }
      let results = sample.run()
      #expect(results.map(\.isSure) == always, "\(sample)")
      #expect(results.map(\.isPossible) == ever, "\(sample)")
    }
  }

  @Test func withSeveralQuotasWhatIsFinalIsTrue() {
    var random = SeededGenerator(seed: 8)
    var final = 0
    for _ in 0..<1000 {
      let sample = Sample(&random, quotas: 2)
      let results = sample.run()
      final += results.count { $0.isSure || !$0.isPossible }
      completions(sample) { _, nominated in
        for (index, result) in results.enumerated() {
          #expect(!result.isSure || nominated[index], "\(sample)")
          #expect(result.isPossible || !nominated[index], "\(sample)")
        }
      }
    }
    #expect(final > 300)
  }

  /// By candidate: everyone whose turning out one way or the other, or being counted or not, changes its status in some
  /// completion.
  private func pivots(_ sample: Sample) -> [Set<Text>] {
    var outcomes: [[Bool]: [Bool]] = [:]
    let open = sample.entries.indices.filter { !sample.entries[$0].isEligible }
    let loose = sample.capacities.indices.filter { sample.capacities[$0].least < sample.capacities[$0].most }
    for choice in 0..<(1 << (open.count + loose.count)) {
      var eligible = sample.entries.map(\.isEligible)
      var limits = sample.capacities.map(\.least)
      let bits = (0..<(open.count + loose.count)).map { choice >> $0 & 1 == 1 }
      for (bit, index) in open.enumerated() where bits[bit] { eligible[index] = true }
      for (bit, slot) in loose.enumerated() where bits[open.count + bit] { limits[slot] += 1 }
      outcomes[bits] = sample.reference(eligible, limits)
    }
    let names = open.map(Self.name) + loose.map(Self.counted)
    var pivots = [Set<Text>](repeating: [], count: sample.entries.count)
    for (bits, outcome) in outcomes {
      for bit in bits.indices {
        var flipped = bits
        flipped[bit].toggle()
        guard let other = outcomes[flipped] else { continue }
        for index in outcome.indices where outcome[index] != other[index] { pivots[index].insert(names[bit]) }
      }
    }
    return pivots
  }

  private static func name(_ index: Int) -> Text { Text("open \(index)") }
  private static func counted(_ slot: Int) -> Text { Text("counted \(slot)") }

  private func grounds(_ sample: Sample) -> [Int: Set<Text>] {
    let counts = sample.capacities.indices.map { slot in
      var list = MemberList()
      if sample.capacities[slot].least < sample.capacities[slot].most { list.add(Self.counted(slot)) }
      return list
    }
    let grounds = ProvisionalGrounds(
      sample.entries, sample.run(), ties: sample.ties, counts: counts, key: Self.name)
    return grounds.byPlace.mapValues { Set($0.keys) }
  }

  /// Provisional are those whose status something changes, and they name all that does and nothing else.
  @Test func withOneQuotaGroundsAreExact() {
    var random = SeededGenerator(seed: 10)
    var named = 0
    for _ in 0..<600 {
      let sample = Sample(&random, quotas: 1)
      let (pivots, grounds) = (pivots(sample), grounds(sample))
      for index in sample.entries.indices where sample.entries[index].isEligible {
        #expect(grounds[index] ?? [] == pivots[index], "\(sample)")
        named += pivots[index].count
      }
    }
    #expect(named > 200)
  }

  /// Nobody who changes a status is missing; who stands in no group that is tied to it is not named.
  @Test func withSeveralQuotasGroundsNameAllThatMatter() {
    var random = SeededGenerator(seed: 12)
    var (named, unnamed) = (0, 0)
    for _ in 0..<1000 {
      let sample = Sample(&random, quotas: 2)
      let (pivots, grounds) = (pivots(sample), grounds(sample))
      let open = sample.entries.count { !$0.isEligible }
      for (index, names) in grounds {
        #expect(names.isSuperset(of: pivots[index]), "\(sample)")
        named += pivots[index].count
        unnamed += open - names.count { $0.utf8.starts(with: Text("open").utf8) }
      }
      for index in sample.entries.indices where sample.entries[index].isEligible && grounds[index] == nil {
        #expect(pivots[index].isEmpty, "\(sample)")
      }
    }
    #expect(named > 200 && unnamed > 200)
  }

  /// A rejected record may be anyone, so it may stand before all, in any group.
  @Test(arguments: [1, 2]) func rejectedRecordsMayStandAnywhere(quotas: Int) {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<60 {
      let sample = Sample(&random, quotas: quotas)
      let results = sample.run(rejected: 1)
      for place in 0...sample.entries.count {
        for groups in 0..<(1 << quotas) {
          var wider = sample
          let slots = (0..<quotas).map { quota -> Int? in quota * 2 + groups >> quota & 1 }
          // Beside the entry at its place, or before it.
          let block = place < sample.entries.count ? sample.entries[place].block : sample.entries.count + 1
          wider.entries.insert(Contest.Entry(isEligible: true, slots: slots, block: block), at: place)
          completions(wider) { _, nominated in
            var nominated = nominated
            nominated.remove(at: place)
            for (index, result) in results.enumerated() {
              #expect(!result.isSure || nominated[index], "\(sample)")
            }
          }
        }
      }
    }
  }
}
