import CEL
import Evaluator
import JSON

/// Words the outcome of a contest as rosters.
struct RosterWriter {
  let place: Int
  let award: CompiledAward
  /// Places of the quotas in force.
  let quotas: [Int]
  let candidates: [Candidate]
  /// Places of `candidates` in rank order, of those who run.
  let running: [Int]
  /// In rank order, as `results`.
  let entries: [Contest.Entry]
  let results: [Contest.Result]
  /// Open candidates for the subject of one who runs, by its place in rank order.
  let rivals: [Int: MemberList]
  let capacities: [Capacity]
  private let lost: LostRecords
  /// Of those whose status is not final: who is open before them or beside them, by place.
  private let grounds: [Int: MemberList]

  init(
    place: Int, award: CompiledAward, quotas: [Int], candidates: [Candidate], running: [Int],
    entries: [Contest.Entry], results: [Contest.Result], rivals: [Int: MemberList], capacities: [Capacity],
    openCounts: [MemberList],
    lost: LostRecords
  ) {
    self.place = place
    self.award = award
    self.quotas = quotas
    self.candidates = candidates
    self.running = running
    self.entries = entries
    self.results = results
    self.rivals = rivals
    self.capacities = capacities
    self.lost = lost
    grounds =
      ProvisionalGrounds(entries, results, ties: award.ties, counts: openCounts) {
        candidates[running[$0]].key
      }.byPlace
  }

  func roster(_ group: [Text]?, _ part: RosterSet.Part) -> Roster {
    var nominated: [Nominee] = []
    var reserve: [Nominee] = []
    var open: [Nominee] = []
    var ranks = Ranks()
    for index in part.running {
      ranks.pass(entries[index])
      var nominee = nominee(index)
      nominee.rank = ranks.rank
      if ranks.worst != ranks.rank { nominee.worstRank = ranks.worst }
      switch nominee.status {
      case .nominated: nominated.append(nominee)
      case .reserve:
        nominee.reservePlace = reserve.count + 1
        reserve.append(nominee)
      default: open.append(nominee)
      }
    }
    for (place, key) in part.superseded {
      let candidate = candidates[place]
      let isEligible = candidate.verdict.standing == .eligible
      var nominee = Nominee(candidate, isEligible ? .reserve : .undetermined)
      nominee.supersededBy = key
      if isEligible { reserve.append(nominee) } else { open.append(nominee) }
    }
    let near = part.near.map { candidates[$0] }.sorted { $0.key < $1.key }.map { Nominee($0, .nearMiss) }
    return Roster(
      award: place, group: group, limits: limits(of: part.running),
      nominees: nominated + reserve + open + near, ineligible: part.ineligible, lost: lost)
  }

  private func nominee(_ index: Int) -> Nominee {
    let (candidate, result) = (candidates[running[index]], results[index])
    let isNamed = award.subject == nil || candidate.subject != nil
    let isPlaced = isNamed && candidate.group != nil && !candidate.quotaGroups.contains { $0 == nil }
    guard candidate.verdict.standing == .eligible, isPlaced else {
      var nominee = Nominee(candidate, .undetermined)
      if !isPlaced { nominee.missing = Set(nominee.missing + candidate.groupMissing).sorted() }
      return nominee
    }
    var nominee = Nominee(candidate, result.isNominated ? .nominated : .reserve)
    nominee.isProvisional = !result.isFinal
    if let refusal = result.refusal, let quota = entries[index].slots.firstIndex(of: refusal.slot) {
      nominee.refusal = Nominee.Refusal(
        quota: quotas[quota], limit: capacities[refusal.slot].actual, reason: refusal.reason)
    }
    if nominee.isProvisional {
      nominee.lost = lost
      nominee.dependsOn = grounds[index] ?? MemberList()
      if let rivals = rivals[index] {
        nominee.dependsOn.formUnion(rivals)
        // Beside its equals it stands among those who may change their places.
        nominee.dependsOn.remove(candidate.key)
      }
    }
    return nominee
  }

  private func limits(of running: [Int]) -> [Roster.Limit] {
    var limits: [Roster.Limit] = []
    for (index, quota) in quotas.enumerated() {
      let slots = Set(running.compactMap { entries[$0].slots[index] })
      guard slots.count == 1, let slot = slots.first else { continue }
      let capacity = capacities[slot]
      let isBounded = capacity.most < Int.max && !lost.isEndless
      limits.append(
        Roster.Limit(
          quota: quota, limit: capacity.actual,
          most: isBounded && capacity.most > capacity.actual ? capacity.most : nil))
    }
    return limits
  }

  /// Ranks within one roster, in rank order.
  private struct Ranks {
    private var block = -1
    private var eligible = 0
    private var all = 0
    private(set) var rank = 1
    private(set) var worst = 1

    mutating func pass(_ entry: Contest.Entry) {
      if entry.block != block {
        block = entry.block
        rank = eligible + 1
        worst = all + 1
      }
      if entry.isEligible { eligible += 1 }
      all += 1
    }
  }
}
