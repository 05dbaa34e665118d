import JSON

/// A node of an award's tree of criteria.
public indirect enum Criterion: Sendable {
  /// A rule on the record, by place in `CompiledPack.rules`.
  case rule(Int)
  /// A rule on many records, by place in `CompiledPack.populationRules`: what it says of the record's group.
  case population(Int)
  /// How the same subject stands with another award, by place in `CompiledPack.awards`.
  case award(Int, AwardClaim)
  case all([Criterion])
  case any([Criterion])
  /// At least `count` of the members.
  case atLeast(Int, [Criterion])
  /// Every rule on the record of a selection, expanded when the pack loads; the selection is kept for reports.
  case every(Selection, rules: [Int])

  public struct Selection: Sendable, Equatable {
    public var severity: Severity?
    public init(severity: Severity?) { self.severity = severity }
  }

  /// What stands at the ends of a tree.
  public enum Leaf: Hashable, Sendable {
    case rule(Int)
    case population(Int)
    case award(Int, AwardClaim)

    /// The place in `CompiledPack.rules` of a rule on the record.
    public var rule: Int? {
      if case .rule(let place) = self { place } else { nil }
    }
  }

  /// Nil for a group.
  public var leaf: Leaf? {
    switch self {
    case .rule(let place): .rule(place)
    case .population(let place): .population(place)
    case .award(let place, let claim): .award(place, claim)
    case .all, .any, .atLeast, .every: nil
    }
  }
}
