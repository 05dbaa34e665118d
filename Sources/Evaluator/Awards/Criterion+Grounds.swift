extension Criterion {
  /// The rules behind the result of the tree: those that decide a violation, or those that keep it open.
  ///
  /// Of an open group only the open members count; of a violated one only the violated members.
  public func grounds(_ results: (Int) -> ResultSet) -> [Int] {
    var grounds: Set<Int> = []
    collect(self.results(results), results, into: &grounds)
    return grounds.sorted()
  }

  private func collect(
    _ own: ResultSet, _ results: (Int) -> ResultSet, into grounds: inout Set<Int>
  ) {
    if case .rule(let rule) = self {
      grounds.insert(rule)
      return
    }
    for member in members {
      let result = member.results(results)
      let counts = own.isDecided ? result == own : !result.isDecided
      if counts { member.collect(result, results, into: &grounds) }
    }
  }
}
