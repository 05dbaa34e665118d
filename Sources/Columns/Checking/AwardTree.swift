import Evaluator

/// An award's tree, members before the groups that they belong to, as it runs over the results of 64 records.
struct AwardTree {
  enum Node: BitwiseCopyable {
    /// A rule by its place among those of the record type.
    case rule(Int)
    /// A leaf that looks beyond the record, by its place among those of the award.
    case beyond(Int)
    /// A rule on another record type.
    case notApplicable
    case all(members: Int)
    case any(members: Int)
    case atLeast(Int, members: Int)
  }

  private(set) var nodes: [Node] = []
  /// The leaves that look beyond the record.
  private(set) var beyond: [Criterion.Leaf] = []
  private let places: [Int: Int]

  /// - Parameter places: of the rules of the record type, by their place in the pack.
  init(_ criterion: Criterion, places: [Int: Int]) {
    self.places = places
    beyond = criterion.leaves { $0.rule == nil }
    add(criterion)
  }

  private mutating func add(_ criterion: Criterion) {
    switch criterion {
    case .rule(let rule): add(rule: rule)
    case .population(let place): add(leaf: .population(place))
    case .award(let place, let claim): add(leaf: .award(place, claim))
    case .all(let members):
      for member in members { add(member) }
      nodes.append(.all(members: members.count))
    case .every(_, let rules):
      for rule in rules { add(rule: rule) }
      nodes.append(.all(members: rules.count))
    case .any(let members):
      for member in members { add(member) }
      nodes.append(.any(members: members.count))
    case .atLeast(let count, let members):
      for member in members { add(member) }
      nodes.append(.atLeast(count, members: members.count))
    }
  }

  private mutating func add(rule: Int) {
    nodes.append(places[rule].map(Node.rule) ?? .notApplicable)
  }

  private mutating func add(leaf: Criterion.Leaf) {
    nodes.append(beyond.firstIndex(of: leaf).map(Node.beyond) ?? .notApplicable)
  }

  /// What the award comes to on the records of one word.
  ///
  /// - Parameters:
  ///   - leaves: what leaves that look beyond the record come to; empty where nothing is known of them.
  ///   - stack: room for as many results as there are nodes.
  @inline(__always)
  func results(
    _ word: Int, _ masks: UnsafePointer<RuleMasks>, _ leaves: [LeafMasks],
    _ stack: UnsafeMutablePointer<WordResults>
  ) -> WordResults {
    var top = 0
    nodes.withUnsafeBufferPointer { nodes in
      for node in nodes {
        switch node {
        case .rule(let place):
          stack[top] = masks[place].results(word)
          top &+= 1
        case .beyond(let place):
          stack[top] = leaves.isEmpty ? .open : leaves[place].results(word)
          top &+= 1
        case .notApplicable:
          stack[top] = .notApplicable
          top &+= 1
        case .all(let members):
          top &-= members
          stack[top] = .all(UnsafeBufferPointer(start: stack + top, count: members))
          top &+= 1
        case .any(let members):
          top &-= members
          stack[top] = .any(UnsafeBufferPointer(start: stack + top, count: members))
          top &+= 1
        case .atLeast(let count, let members):
          top &-= members
          stack[top] = .atLeast(count, UnsafeBufferPointer(start: stack + top, count: members))
          top &+= 1
        }
      }
    }
    return stack[0]
  }
}
