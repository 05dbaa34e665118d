import CEL
import JSON

/// The smallest change of findings that would make a record eligible for an award (DESIGN §5).
public struct NearestWay: Sendable, Equatable {
  /// Rules to bring to satisfied, by place in the pack, ascending.
  public var rules: [Int]
  /// Sum over `rules` of distance over limit; a rule without both counts as one.
  public var effort: Decimal
  /// False beyond `NearestWaySearch.exactLimit` open rules: then it is a way, not the nearest.
  public var isExact: Bool
}
