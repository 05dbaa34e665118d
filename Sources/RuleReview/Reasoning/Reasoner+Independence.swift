import JSON

extension Reasoner {
  /// The terms that a condition may say something about: its own, those that sums among them are made of, and for
  /// counts one that stands for their list. Conditions whose reaches have nothing in common are independent.
  func reach(of condition: Condition) -> Set<Int> {
    var reach: Set<Int> = []
    var open = Array(condition.terms)
    while let term = open.popLast() {
      guard reach.insert(term).inserted else { continue }
      switch terms[term].shape {
      case .sum(let parts): open += parts.map(\.term)
      case .count(let list, _): open += counts[list].map { [$0] } ?? []
      case .value, .given: break
      }
    }
    return reach
  }

  /// A conjunction as conditions that say nothing of one another, so that none needs the alternatives of the others.
  func independent(parts condition: Condition) -> [Condition] {
    guard case .all(let parts) = condition else { return [condition] }
    var groups: [(reach: Set<Int>, parts: [Condition])] = []
    for part in parts {
      var joined = (reach: reach(of: part), parts: [part])
      groups.removeAll { group in
        guard !group.reach.isDisjoint(with: joined.reach) else { return false }
        joined.reach.formUnion(group.reach)
        joined.parts = group.parts + joined.parts
        return true
      }
      groups.append(joined)
    }
    return groups.map { $0.parts.count == 1 ? $0.parts[0] : .all($0.parts) }
  }
}
