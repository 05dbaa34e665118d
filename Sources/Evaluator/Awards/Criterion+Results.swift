extension Criterion {
  /// The results that the tree may still have.
  public func results(_ results: (Leaf) -> ResultSet) -> ResultSet {
    switch self {
    case .rule(let place): results(.rule(place))
    case .population(let place): results(.population(place))
    case .award(let place, let claim): results(.award(place, claim))
    case .all(let members): tally(members, results).all
    case .every(_, let rules): tally(rules, results).all
    case .any(let members): tally(members, results).any
    case .atLeast(let count, let members): tally(members, results).atLeast(count)
    }
  }

  private func tally(_ members: [Criterion], _ results: (Leaf) -> ResultSet) -> ResultTally {
    var tally = ResultTally()
    for member in members { tally.add(member.results(results)) }
    return tally
  }

  private func tally(_ rules: [Int], _ results: (Leaf) -> ResultSet) -> ResultTally {
    var tally = ResultTally()
    for rule in rules { tally.add(results(.rule(rule))) }
    return tally
  }

  /// The members of a group; empty for a leaf.
  public var members: [Criterion] {
    switch self {
    case .rule, .population, .award: []
    case .all(let members), .any(let members), .atLeast(_, let members): members
    case .every(_, let rules): rules.map(Criterion.rule)
    }
  }

  /// Every leaf of the tree, in order of first appearance, without duplicates.
  public var leaves: [Leaf] { leaves { _ in true } }

  /// Those of them that pass.
  public func leaves(where passes: (Leaf) -> Bool) -> [Leaf] {
    var seen: Set<Leaf> = []
    var leaves: [Leaf] = []
    func visit(_ criterion: Criterion) {
      if let leaf = criterion.leaf {
        if passes(leaf), seen.insert(leaf).inserted { leaves.append(leaf) }
      } else {
        for member in criterion.members { visit(member) }
      }
    }
    visit(self)
    return leaves
  }

  /// True where one of the tree's leaves passes; ends with the first, and gathers none.
  public func hasLeaf(where passes: (Leaf) -> Bool) -> Bool {
    switch self {
    case .rule(let place): passes(.rule(place))
    case .population(let place): passes(.population(place))
    case .award(let place, let claim): passes(.award(place, claim))
    case .all(let members), .any(let members), .atLeast(_, let members):
      members.contains { $0.hasLeaf(where: passes) }
    case .every(_, let rules): rules.contains { passes(.rule($0)) }
    }
  }

  /// Every rule on the record of the tree, in order of first appearance, without duplicates.
  public var rules: [Int] { leaves.compactMap { $0.rule } }
}
