import Evaluator
import JSON
import RulePacks

/// What an award asks, by ids, as it is written.
indirect enum CriterionTree: Hashable {
  case leaf(Text)
  case all([CriterionTree])
  case any([CriterionTree])
  case atLeast(Int64, [CriterionTree])
  /// What looks beyond the record.
  case other(JSONValue)

  /// - Parameter renames: new ids by old ones.
  init(_ award: PackDeclaration, _ open: OpenPack, renames: [Text: Text] = [:]) {
    let on = award.node["on"]?.text
    let reader = Reader(
      rules: open.declarations.filter { $0.sort == .rule && $0.isEnabled && $0.node["on"]?.text == on },
      renames: renames)
    self = award.node["requires"].map(reader.tree) ?? .other(.null)
  }

  private struct Reader {
    let rules: [PackDeclaration]
    let renames: [Text: Text]

    func tree(_ node: JSONNode) -> CriterionTree {
      if let id = node.text { return .leaf(renames[id] ?? id) }
      if let all = node["all"] { return .all(all.elements.map(tree)) }
      if let any = node["any"] { return .any(any.elements.map(tree)) }
      if let count = node["atLeast"]?.int64, let of = node["of"] {
        return .atLeast(count, of.elements.map(tree))
      }
      if let selection = node["every"], selection.members.allSatisfy({ $0.hasKey("severity") }) {
        return .all(rules(of: selection["severity"]?.text).map { .leaf(renames[$0] ?? $0) })
      }
      return .other(node.value.normalized)
    }

    private func rules(of severity: Text?) -> [Text] {
      rules.filter { rule in
        severity == nil || severity == rule.node["severity"]?.text ?? Severity.mandatory.name
      }.map(\.name)
    }
  }

  /// Every id in it, in order.
  var ids: [Text] {
    switch self {
    case .leaf(let id): [id]
    case .all(let members), .any(let members), .atLeast(_, let members): members.flatMap(\.ids)
    case .other: []
    }
  }

  fileprivate var members: [CriterionTree] {
    switch self {
    case .leaf, .other: [self]
    case .all(let members), .any(let members), .atLeast(_, let members): members
    }
  }
}

/// Compares two trees of criteria member by member.
struct CriterionComparison {
  /// What became of a rule or award with an id of the new pack, which both trees name.
  let inclusion: (Text) -> Inclusion
  /// What became of what looks beyond the record and is written as before.
  let inclusionBeyond: (JSONValue) -> Inclusion
  /// True for a rule that binds every record of its type in both packs.
  let bindsAll: (Text) -> Bool

  func compare(_ old: CriterionTree, _ new: CriterionTree) -> Inclusion {
    switch (old, new) {
    case (.leaf(let id), .leaf(let other)) where id == other: inclusion(id)
    case (.other(let one), .other(let other)) where one == other: inclusionBeyond(one)
    case (.all, .all), (.leaf, .all), (.all, .leaf), (.other, .all), (.all, .other): all(old, new)
    case (.any, .any), (.leaf, .any), (.any, .leaf), (.other, .any), (.any, .other): any(old, new)
    case (.atLeast(let before, _), .atLeast(let after, _)): atLeast(before, old, after, new)
    default: .none
    }
  }

  private typealias Match = (old: [Inclusion?], new: [Inclusion?])

  /// Of each member what became of it; nil where it has no partner.
  private func match(_ old: CriterionTree, _ new: CriterionTree) -> Match {
    var before = [Inclusion?](repeating: nil, count: old.members.count)
    var after = [Inclusion?](repeating: nil, count: new.members.count)
    // Equal members first, then groups that are alike enough to tell something.
    for isLenient in [false, true] {
      for (place, member) in old.members.enumerated() where before[place] == nil {
        for (other, candidate) in new.members.enumerated() where after[other] == nil {
          guard member == candidate || (isLenient && !member.isLeaf && !candidate.isLeaf) else { continue }
          let found = compare(member, candidate)
          if isLenient, found == .none { continue }
          before[place] = found
          after[other] = found
          break
        }
      }
    }
    return (before, after)
  }

  /// Violated if any member is, else satisfied if any member is.
  private func all(_ old: CriterionTree, _ new: CriterionTree) -> Inclusion {
    let match = match(old, new)
    let grows = match.old.allSatisfy { $0?.violatedGrows ?? false }
    let shrinks = match.new.allSatisfy { $0?.violatedShrinks ?? false }
    // One member that binds everybody is met wherever none is violated.
    let isAnchored = isAnchored(old, new)
    return Inclusion(
      violatedGrows: grows, violatedShrinks: shrinks,
      satisfiedGrows: shrinks && (isAnchored || match.old.allSatisfy { $0?.satisfiedGrows ?? false }),
      satisfiedShrinks: grows && (isAnchored || match.new.allSatisfy { $0?.satisfiedShrinks ?? false }),
      bindsSame: isAnchored || (match.old + match.new).allSatisfy { $0?.bindsSame ?? false })
  }

  /// True where a member of both binds every record.
  private func isAnchored(_ old: CriterionTree, _ new: CriterionTree) -> Bool {
    old.members.contains { member in
      if case .leaf(let id) = member { new.members.contains(member) && bindsAll(id) } else { false }
    }
  }

  /// Satisfied if any member is, else violated if any member is.
  private func any(_ old: CriterionTree, _ new: CriterionTree) -> Inclusion {
    let match = match(old, new)
    let grows = match.old.allSatisfy { $0?.satisfiedGrows ?? false }
    let shrinks = match.new.allSatisfy { $0?.satisfiedShrinks ?? false }
    // Where one member binds everybody, whoever meets none violates the group.
    let isAnchored = isAnchored(old, new)
    return Inclusion(
      violatedGrows: shrinks && (isAnchored || match.old.allSatisfy { $0?.violatedGrows ?? false }),
      violatedShrinks: grows && (isAnchored || match.new.allSatisfy { $0?.violatedShrinks ?? false }),
      satisfiedGrows: grows, satisfiedShrinks: shrinks,
      bindsSame: isAnchored || (match.old + match.new).allSatisfy { $0?.bindsSame ?? false })
  }

  /// Satisfied if so many members are, else violated unless none binds.
  private func atLeast(
    _ before: Int64, _ old: CriterionTree, _ after: Int64, _ new: CriterionTree
  ) -> Inclusion {
    let match = match(old, new)
    let grows = after <= before && match.old.allSatisfy { $0?.satisfiedGrows ?? false }
    let shrinks = after >= before && match.new.allSatisfy { $0?.satisfiedShrinks ?? false }
    let isAnchored = isAnchored(old, new)
    let bindsAsMany = isAnchored || match.old.allSatisfy { $0?.bindsSame ?? false }
    let bindsNoMore = isAnchored || match.new.allSatisfy { $0?.bindsSame ?? false }
    return Inclusion(
      violatedGrows: shrinks && bindsAsMany, violatedShrinks: grows && bindsNoMore, satisfiedGrows: grows,
      satisfiedShrinks: shrinks, bindsSame: bindsAsMany && bindsNoMore)
  }
}

extension CriterionTree {
  fileprivate var isLeaf: Bool {
    if case .leaf = self { true } else { false }
  }
}
