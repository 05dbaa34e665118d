/// A tree of criteria in which only some rules are left to choose, each by a bit: what the others decide is worked out
/// once, so that a choice costs a walk over what is open and no memory.
indirect enum ChoiceTree {
  case decided(ResultSet)
  /// Satisfied where the bit is set.
  case open(UInt32, otherwise: ResultSet)
  case all([ChoiceTree], ResultTally)
  case any([ChoiceTree], ResultTally)
  case atLeast(Int, [ChoiceTree], ResultTally)

  /// - Parameter open: at most 32 rules; the bit of each is its place.
  init(_ tree: Criterion, _ open: [Int], _ results: (Criterion.Leaf) -> ResultSet) {
    if let leaf = tree.leaf {
      if let place = leaf.rule.flatMap(open.firstIndex) {
        self = .open(1 << UInt32(place), otherwise: results(leaf))
      } else {
        self = .decided(results(leaf))
      }
      return
    }
    var tally = ResultTally()
    var members: [ChoiceTree] = []
    for member in tree.members {
      let choice = ChoiceTree(member, open, results)
      if case .decided(let result) = choice { tally.add(result) } else { members.append(choice) }
    }
    let whole: ChoiceTree =
      switch tree {
      case .any: .any(members, tally)
      case .atLeast(let count, _): .atLeast(count, members, tally)
      default: .all(members, tally)
      }
    self = members.isEmpty ? .decided(whole.results(choosing: 0)) : whole
  }

  /// The results that the tree may still have when the rules of these bits are satisfied.
  func results(choosing chosen: UInt32) -> ResultSet {
    switch self {
    case .decided(let result): result
    case .open(let bit, let otherwise): chosen & bit == 0 ? otherwise : .satisfied
    case .all(let members, let tally): Self.tally(tally, members, chosen).all
    case .any(let members, let tally): Self.tally(tally, members, chosen).any
    case .atLeast(let count, let members, let tally): Self.tally(tally, members, chosen).atLeast(count)
    }
  }

  private static func tally(
    _ decided: ResultTally, _ members: [ChoiceTree], _ chosen: UInt32
  ) -> ResultTally {
    var tally = decided
    for member in members { tally.add(member.results(choosing: chosen)) }
    return tally
  }
}
