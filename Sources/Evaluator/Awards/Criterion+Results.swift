extension Criterion {
  /// The results that the tree may still have.
  ///
  /// - Parameter results: by place of the rule in the pack.
  public func results(_ results: (Int) -> ResultSet) -> ResultSet {
    switch self {
    case .rule(let rule): results(rule)
    case .all(let members): .all(members.map { $0.results(results) })
    case .every(_, let rules): .all(rules.map(results))
    case .any(let members): .any(members.map { $0.results(results) })
    case .atLeast(let count, let members): .atLeast(count, members.map { $0.results(results) })
    }
  }

  /// The members of a group; empty for a rule.
  public var members: [Criterion] {
    switch self {
    case .rule: []
    case .all(let members), .any(let members), .atLeast(_, let members): members
    case .every(_, let rules): rules.map(Criterion.rule)
    }
  }

  /// Every rule of the tree, in order of first appearance, without duplicates.
  public var rules: [Int] {
    var seen: Set<Int> = []
    var rules: [Int] = []
    func visit(_ criterion: Criterion) {
      if case .rule(let rule) = criterion {
        if seen.insert(rule).inserted { rules.append(rule) }
      } else {
        for member in criterion.members { visit(member) }
      }
    }
    visit(self)
    return rules
  }
}
