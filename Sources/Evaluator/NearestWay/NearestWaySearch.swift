import CEL
import JSON

/// Finds the fewest rules, and among those the least effort, whose change makes a tree satisfied.
///
/// Exact by trying subsets of growing size up to `exactLimit` open rules, once the rules that every way needs are
/// set apart; beyond that it takes the cheapest member of each group.
public struct NearestWaySearch {
  public static let exactLimit = 20

  let tree: Criterion
  /// Rules that are not in force are not applicable.
  let results: (Criterion.Leaf) -> ResultSet
  /// Rules that can be brought to satisfied, with their effort.
  let efforts: [Int: Decimal]

  public init(tree: Criterion, results: @escaping (Criterion.Leaf) -> ResultSet, efforts: [Int: Decimal]) {
    self.tree = tree
    self.results = results
    self.efforts = efforts
  }

  /// The nearest way; nil where no change of the open rules suffices.
  public func way() -> NearestWay? {
    let open = tree.rules.filter { efforts[$0] != nil }.sorted()
    guard isEligible(changing: Set(open)) else { return nil }
    // A rule is part of every way if all the others together do not suffice.
    let needed = open.filter { !isEligible(changing: Set(open).subtracting([$0])) }
    let free = open.filter { !needed.contains($0) }
    if isEligible(changing: Set(needed)) { return way(of: needed, isExact: true) }
    guard open.count <= Self.exactLimit else { return greedy(needed, free) }
    let choices = ChoiceTree(tree, free) { leaf in
      leaf.rule.map(needed.contains) ?? false ? .satisfied : results(leaf)
    }
    for size in 1...free.count {
      if let best = best(needed, free, choices, choosing: size) { return way(of: best, isExact: true) }
    }
    return nil
  }

  func isEligible(changing changed: Set<Int>) -> Bool {
    tree.results { leaf in
      leaf.rule.map(changed.contains) ?? false ? .satisfied : results(leaf)
    } == .satisfied
  }

  /// The least effort among the subsets of one size; of equal ones the first in order of the pack.
  private func best(_ needed: [Int], _ free: [Int], _ tree: ChoiceTree, choosing size: Int) -> [Int]? {
    var best: (rules: [Int], effort: Decimal)?
    var chosen = Array(0..<size)
    while true {
      if tree.results(choosing: chosen.reduce(0) { $0 | 1 << UInt32($1) }) == .satisfied {
        let rules = needed + chosen.map { free[$0] }
        let effort = effort(of: rules)
        if best.map({ effort < $0.effort }) ?? true { best = (rules, effort) }
      }
      // The next combination in lexicographic order.
      guard let place = chosen.indices.last(where: { chosen[$0] < free.count - size + $0 }) else { break }
      chosen[place] += 1
      for later in (place + 1)..<max(size, place + 1) { chosen[later] = chosen[later - 1] + 1 }
    }
    return best?.rules
  }

  /// Drops rules, dearest first, for as long as the rest suffices: minimal, though not always the fewest.
  private func greedy(_ needed: [Int], _ free: [Int]) -> NearestWay {
    var kept = Set(needed + free)
    let dearestFirst = free.sorted { left, right in
      let (a, b) = (efforts[left] ?? .one, efforts[right] ?? .one)
      return a == b ? left > right : b < a
    }
    for rule in dearestFirst where isEligible(changing: kept.subtracting([rule])) { kept.remove(rule) }
    return way(of: Array(kept), isExact: false)
  }

  private func way(of rules: [Int], isExact: Bool) -> NearestWay {
    NearestWay(rules: rules.sorted(), effort: effort(of: rules), isExact: isExact)
  }

  private func effort(of rules: [Int]) -> Decimal {
    rules.reduce(Decimal.zero) { $0.saturatingSum(efforts[$1] ?? .one) }
  }
}
