extension Criterion {
  /// The leaves behind the result of the tree: those that decide a violation, or those that keep it open.
  ///
  /// Of an open group only the open members count; of a violated one only the violated members.
  public func grounds(_ results: (Leaf) -> ResultSet) -> [Leaf] {
    var grounds: Set<Leaf> = []
    collect(self.results(results), results, into: &grounds)
    return grounds.sorted()
  }

  private func collect(
    _ own: ResultSet, _ results: (Leaf) -> ResultSet, into grounds: inout Set<Leaf>
  ) {
    if let leaf {
      grounds.insert(leaf)
      return
    }
    for member in members {
      let result = member.results(results)
      let counts = own.isDecided ? result == own : !result.isDecided
      if counts { member.collect(result, results, into: &grounds) }
    }
  }
}

extension Criterion.Leaf: Comparable {
  /// Rules on the record first, then rules on many records, then awards, each in order of the pack.
  public static func < (left: Criterion.Leaf, right: Criterion.Leaf) -> Bool { left.order < right.order }

  private var order: (Int, Int, Int) {
    switch self {
    case .rule(let place): (0, place, 0)
    case .population(let place): (1, place, 0)
    case .award(let place, let claim): (2, place, claim.rawValue)
    }
  }
}
