import Evaluator
import JSON

/// Who may change the status of each candidate whose status is not final.
///
/// That is: candidates, open or with open rivals for the same subject, who stand before the candidate, or beside it where
/// equals keep each other out, and records whose counting is open, in the quota groups of the candidate and in all that
/// those before it tie to them. With one quota whose size does not hang on its candidates it is every record that changes
/// the status in some completion, and no other; else none of them is missing, while some may be named that never do.
/// Nearly linear in the candidates.
struct ProvisionalGrounds {
  private(set) var byPlace: [Int: MemberList] = [:]
  /// Quota groups that share candidates, as trees of slots.
  private var parents: [Int]
  /// By slot that is the root of its tree.
  private var open: [MemberList]
  /// Those whose group is not known.
  private var anywhere = MemberList()

  /// - Parameters:
  ///   - counts: by slot, the records whose counting is open.
  ///   - key: of a candidate, by place.
  init(
    _ entries: [Contest.Entry], _ results: [Contest.Result], ties: TieRule, counts: [MemberList],
    key: (Int) -> Text
  ) {
    parents = Array(counts.indices)
    open = counts
    for (index, entry) in entries.enumerated() where entry.isUnranked { add(entry, key(index)) }
    var start = 0
    while start < entries.count {
      var end = start + 1
      while ties != .key, end < entries.count, entries[end].block == entries[start].block { end += 1 }
      let block = start..<end
      for index in block { tie(entries[index]) }
      if ties == .exclude { add(entries, block, key) }
      for index in block where entries[index].isEligible && !results[index].isFinal {
        byPlace[index] = grounds(entries[index])
      }
      if ties != .exclude { add(entries, block, key) }
      start = end
    }
  }

  private mutating func add(_ entries: [Contest.Entry], _ block: Range<Int>, _ key: (Int) -> Text) {
    for index in block where !entries[index].isUnranked { add(entries[index], key(index)) }
  }

  private mutating func add(_ entry: Contest.Entry, _ key: Text) {
    if entry.slots.contains(where: { $0 == nil }) {
      anywhere.insert(key)
    } else if !entry.isCertain, let root = tie(entry) {
      open[root].insert(key)
    }
  }

  /// Makes one tree of all groups of an entry.
  ///
  /// - Returns: its root; nil where the entry has no group.
  @discardableResult private mutating func tie(_ entry: Contest.Entry) -> Int? {
    var tied: Int?
    for case let slot? in entry.slots {
      let root = self.root(slot)
      guard let other = tied, other != root else {
        tied = root
        continue
      }
      parents[root] = other
      open[other].formUnion(open[root])
      open[root] = MemberList()
    }
    return tied
  }

  private mutating func root(_ slot: Int) -> Int {
    var root = slot
    while parents[root] != root {
      parents[root] = parents[parents[root]]
      root = parents[root]
    }
    return root
  }

  private mutating func grounds(_ entry: Contest.Entry) -> MemberList {
    guard let root = tie(entry) else { return anywhere }
    var grounds = open[root]
    grounds.formUnion(anywhere)
    return grounds
  }
}

extension Contest.Result {
  /// True where no completion changes it.
  var isFinal: Bool { isNominated ? isSure : !isPossible }
}
