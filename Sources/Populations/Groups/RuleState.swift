import CEL
import Evaluator
import JSON

/// All groups of one rule on many records.
struct RuleState {
  private(set) var groups: [[Text]: GroupState] = [:]
  /// Members that may belong to any group.
  private var floating = GroupState()
  private let aggregation: Aggregation
  /// True where all records are one group.
  private let isWhole: Bool

  init(_ check: PopulationCheck) {
    aggregation = check.aggregation
    isWhole = check.groupBy.isEmpty
  }

  /// A record of the rule's type was met, given or rejected: the one group of all is there, be it empty.
  mutating func meet() { if isWhole { open([]) } }

  /// - Parameter group: nil where it is not known.
  mutating func add(_ member: Member, to group: [Text]?) {
    if let group {
      groups[group, default: GroupState()].add(member, to: aggregation)
    } else {
      floating.add(member, to: aggregation)
    }
  }

  /// A group that is there even where nobody belongs to it.
  mutating func open(_ group: [Text]) {
    if groups[group] == nil { groups[group] = GroupState() }
  }

  /// A record that lists must hold, whatever the group.
  mutating func addCovered(_ member: Member) { floating.add(member, to: aggregation) }

  /// Whether a record stands in exactly one list of each group; open where there is none.
  func placing(of key: Text) -> LeafResult {
    var isOpen = groups.isEmpty
    for group in groups.keys {
      switch state(of: group)?.cover.isPlacedOnce(key) {
      case true?: break
      case false?: return LeafResult(.violated)
      case nil: isOpen = true
      }
    }
    return isOpen ? .open : LeafResult(.satisfied)
  }

  /// Any number of records could not be read.
  mutating func addEndless() { floating.addEndless() }

  mutating func addLostCover() { floating.addLostCover() }

  mutating func merge(_ other: RuleState) {
    for (group, state) in other.groups { groups[group, default: GroupState()].merge(state) }
    floating.merge(other.floating)
  }

  /// The state of a group with all that may belong to it.
  func state(of group: [Text]) -> GroupState? {
    guard var state = groups[group] else { return nil }
    state.merge(floating)
    return state
  }

  mutating func code(_ archive: inout StateArchive) {
    archive.code(&groups, GroupState()) { $0.code(&$1) }
    floating.code(&archive)
  }
}
