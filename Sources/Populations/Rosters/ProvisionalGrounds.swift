import JSON

/// Who is open before or beside each candidate whose status is not final.
///
/// With one quota only those of the same group count; linear in the candidates.
struct ProvisionalGrounds {
  private(set) var byPlace: [Int: MemberList] = [:]
  /// By slot of the one quota.
  private var open: [Int: MemberList] = [:]
  /// Of all groups: where there is not one quota, and those whose group is not known.
  private var anywhere = MemberList()

  init(
    _ candidates: [Candidate], _ entries: [Contest.Entry], _ results: [Contest.Result], hasOneQuota: Bool
  ) {
    for (index, entry) in entries.enumerated() where entry.isUnranked {
      add(candidates[index].key, hasOneQuota ? entry.slots.first ?? nil : nil)
    }
    var start = 0
    while start < entries.count {
      var end = start
      while end < entries.count, entries[end].block == entries[start].block {
        let entry = entries[end]
        if !entry.isEligible, !entry.isUnranked {
          add(candidates[end].key, hasOneQuota ? entry.slots.first ?? nil : nil)
        }
        end += 1
      }
      for index in start..<end where entries[index].isEligible {
        let isFinal = results[index].isNominated ? results[index].isSure : !results[index].isPossible
        if !isFinal { byPlace[index] = grounds(hasOneQuota ? entries[index].slots.first ?? nil : nil) }
      }
      start = end
    }
  }

  private mutating func add(_ key: Text, _ slot: Int?) {
    if let slot { open[slot, default: MemberList()].add(key) } else { anywhere.add(key) }
  }

  private func grounds(_ slot: Int?) -> MemberList {
    guard let slot, var own = open[slot] else { return anywhere }
    if anywhere.count > 0 { own.merge(anywhere) }
    return own
  }
}
