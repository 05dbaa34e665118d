import CEL
import Evaluator
import JSON

/// What a rule on many records says of one group.
public struct GroupFinding: Sendable {
  /// Place in `CompiledPack.populationRules`.
  public var rule = 0
  /// In order of the rule's group keys; empty for the one group of all.
  public var group: [Text] = []
  public var outcome = Outcome.undetermined
  public var measured: Value?
  /// By the names of `PopulationCheck.requires`.
  public var limit: [(name: Text, value: Value)]
  /// What the number may come to at the least and at the most, where it is open; nil is unbounded.
  public var least: Value?
  public var most: Value?
  /// Members that speak against the rule.
  public var members = MemberList()
  /// `KEY: PATH` of what is not given.
  public var missing = MemberList()
  /// Rejected records that may belong to the group.
  public var rejected = 0
  /// True where there is no number, as in a share of none.
  public var isVoid = false

  init(limit: [(name: Text, value: Value)]) { self.limit = limit }

  mutating func judge(_ bounds: Bounds, _ failing: MemberList) {
    measured = bounds.value?.measured
    switch bounds.meets(limit) {
    case true?: outcome = .satisfied
    case false?: outcome = .violated
    case nil: outcome = .undetermined
    }
    if outcome == .violated { members = failing }
    if measured == nil {
      least = bounds.least?.measured
      most = bounds.most?.measured
    }
    isVoid = bounds.canFail && measured == nil && bounds.least == nil && bounds.most == nil
  }

  /// A count of what must not be.
  mutating func judge(_ count: Int, _ failing: MemberList, mayGrow: Bool) {
    if count > 0 {
      outcome = .violated
      members = failing
    } else {
      outcome = mayGrow ? .undetermined : .satisfied
    }
    if !mayGrow || count > 0 { measured = .int(Int64(count)) }
  }

  /// Nothing holds where any number of records is missing.
  mutating func reopen() {
    outcome = .undetermined
    measured = nil
    least = nil
    most = nil
    members = MemberList()
  }

  /// What it means for a member's award.
  var leaf: LeafResult {
    switch outcome {
    case .satisfied: LeafResult(.satisfied)
    case .violated: LeafResult(.violated)
    case .notApplicable: LeafResult(.notApplicable)
    case .undetermined, .notYetDue: LeafResult([.satisfied, .violated], missing: missing.keys)
    }
  }
}
