import CEL
import Evaluator
import JSON

/// Who of an award's candidates is nominated, as far as is known now and over all completions.
///
/// Candidates are passed once in rank order; equals are looked at together. With one quota the completions are exact:
/// a place goes to who has few enough before or beside them. With several, what surely and what possibly fills each
/// group is carried along, so that a status called final is final, and one called provisional may be final after all.
struct Contest {
  /// A candidate who is eligible or open.
  struct Entry {
    var isEligible: Bool
    /// By quota in force: place in `capacities`; nil where the group is not known.
    var slots: [Int?]
    /// Equals have equal numbers, in rank order.
    var block: Int
    /// True for one who is open and lacks what the order asks for: once that is given it may stand before anyone.
    var isUnranked = false
    /// True where an open candidate for the same subject may count in its stead.
    var hasRivals = false

    /// True where it runs in every completion.
    var isCertain: Bool { isEligible && !hasRivals }
  }

  struct Result {
    var isNominated = false
    var isSure = false
    var isPossible = false
    /// The quota in force, and why it does not hold the candidate.
    var refusal: (slot: Int, reason: Nominee.Reason)?
  }

  private let capacities: [Capacity]
  private let ties: TieRule
  private let hasOneQuota: Bool
  /// Records of which nothing is known, so that they may stand before anyone.
  private let rejected: Int

  private var used: [Int]
  private var isClosed: [Bool]
  private var sure: [Int]
  private var possible: [Int]
  private var isSurelyClosed: [Bool]
  private var isPossiblyClosed: [Bool]
  /// Those before whose group is not known.
  private var floating = 0
  /// Those without a rank, by slot.
  private var unranked: [Int]
  /// Of the block at hand, by slot.
  private var tally: [Tally]

  private struct Tally {
    var applicants = 0
    var all = 0
    var eligible = 0
    var sureApplicants = 0
  }

  init(_ capacities: [Capacity], quotas: Int, ties: TieRule, rejected: Int) {
    self.capacities = capacities
    self.ties = ties
    hasOneQuota = quotas == 1
    self.rejected = rejected
    let none = [Int](repeating: 0, count: capacities.count)
    let open = [Bool](repeating: false, count: capacities.count)
    (used, sure, possible, unranked) = (none, none, none, none)
    (isClosed, isSurelyClosed, isPossiblyClosed) = (open, open, open)
    tally = [Tally](repeating: Tally(), count: capacities.count)
  }

  /// - Parameter entries: in rank order, equals in order of their keys.
  mutating func run(_ entries: [Entry]) -> [Result] {
    var results = [Result](repeating: Result(), count: entries.count)
    for entry in entries where entry.isUnranked {
      for case let slot? in entry.slots { unranked[slot] += 1 }
      if entry.slots.contains(where: { $0 == nil }) { floating += 1 }
    }
    var start = 0
    while start < entries.count {
      var end = start + 1
      if ties != .key {
        while end < entries.count, entries[end].block == entries[start].block { end += 1 }
      }
      pass(entries, start..<end, &results)
      start = end
    }
    return results
  }

  private mutating func pass(_ entries: [Entry], _ block: Range<Int>, _ results: inout [Result]) {
    let unplaced = block.count { !entries[$0].isUnranked && entries[$0].slots.contains { $0 == nil } }
    for index in block where !entries[index].isUnranked { count(entries[index]) }
    for index in block {
      bound(entries[index], unplaced, &results[index])
      if entries[index].isEligible { apply(entries[index], &results[index]) }
    }
    for index in block { close(entries[index], unplaced, results[index]) }
    for index in block where !entries[index].isUnranked { settle(entries[index], results[index]) }
    floating += unplaced
    for index in block {
      for case let slot? in entries[index].slots { tally[slot] = Tally() }
    }
  }

  private mutating func count(_ entry: Entry) {
    let applies = entry.isEligible && hasRoom(entry)
    let appliesSurely = entry.isCertain && (hasOneQuota || hasRoomSurely(entry))
    for case let slot? in entry.slots {
      tally[slot].all += 1
      if entry.isCertain { tally[slot].eligible += 1 }
      if applies { tally[slot].applicants += 1 }
      if appliesSurely { tally[slot].sureApplicants += 1 }
    }
  }

  /// True where the entry alone would be nominated.
  private func hasRoom(_ entry: Entry) -> Bool {
    entry.slots.allSatisfy { slot in
      guard let slot else { return false }
      return !isClosed[slot] && used[slot] < capacities[slot].actual
    }
  }

  private func hasRoomSurely(_ entry: Entry) -> Bool {
    entry.slots.allSatisfy { slot in
      guard let slot else { return false }
      return !isPossiblyClosed[slot] && mostBefore(slot) < capacities[slot].least
    }
  }

  /// How many may take places of a group before the block at hand.
  private func mostBefore(_ slot: Int) -> Int { possible[slot] + unranked[slot] + floating + rejected }

  /// What all completions make of the entry.
  private func bound(_ entry: Entry, _ unplaced: Int, _ result: inout Result) {
    result.isSure = entry.isCertain
    result.isPossible = true
    for slot in entry.slots {
      guard let slot else {
        result.isSure = false
        continue
      }
      let capacity = capacities[slot]
      guard !entry.isUnranked else {
        if capacity.most == 0 { result.isPossible = false }
        continue
      }
      // Equals count with the entry only where they can keep it out.
      let others = ties == .exclude ? tally[slot].all + unplaced : 1
      if isPossiblyClosed[slot] || mostBefore(slot) + others > capacity.least {
        result.isSure = false
      }
      let certain = hasOneQuota ? tally[slot].eligible : tally[slot].sureApplicants
      let own = entry.isCertain && (hasOneQuota || hasRoomSurely(entry)) ? 1 : 0
      let before = ties == .exclude ? certain - own : 0
      if isSurelyClosed[slot] || sure[slot] + before + 1 > capacity.most { result.isPossible = false }
    }
  }

  /// Whether the entry is nominated as far as is known now.
  private func apply(_ entry: Entry, _ result: inout Result) {
    // Of which group it takes a place is not known.
    guard !entry.slots.contains(where: { $0 == nil }) else { return }
    for case let slot? in entry.slots where isClosed[slot] || used[slot] >= capacities[slot].actual {
      result.refusal = (slot, isClosed[slot] ? .belowTie : .full)
      return
    }
    if ties == .exclude {
      for case let slot? in entry.slots where used[slot] + tally[slot].applicants > capacities[slot].actual {
        result.refusal = (slot, .tied)
        return
      }
    }
    result.isNominated = true
  }

  /// Whether equals that cannot be told apart close the entry's groups to those after them.
  private mutating func close(_ entry: Entry, _ unplaced: Int, _ result: Result) {
    for case let slot? in entry.slots {
      if case (_, .tied)? = result.refusal, used[slot] + tally[slot].applicants > capacities[slot].actual {
        isClosed[slot] = true
      }
      guard ties == .exclude, !hasOneQuota else { continue }
      let others = tally[slot].all + unplaced
      let mayTie = others + unranked[slot] + floating + rejected > 1
      if mayTie, mostBefore(slot) + others > capacities[slot].least { isPossiblyClosed[slot] = true }
      if sure[slot] + tally[slot].sureApplicants > capacities[slot].most { isSurelyClosed[slot] = true }
    }
  }

  /// Counts the entry with those before the next.
  private mutating func settle(_ entry: Entry, _ result: Result) {
    for case let slot? in entry.slots {
      if result.isNominated { used[slot] += 1 }
      if hasOneQuota ? entry.isCertain : result.isSure { sure[slot] += 1 }
      if hasOneQuota || result.isPossible { possible[slot] += 1 }
    }
  }
}
