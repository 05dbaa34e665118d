import JSON

/// A node of an award's tree of criteria.
public indirect enum Criterion: Sendable {
  /// A rule, by place in `CompiledPack.rules`.
  case rule(Int)
  case all([Criterion])
  case any([Criterion])
  /// At least `count` of the members.
  case atLeast(Int, [Criterion])
  /// Every rule of a selection, expanded when the pack loads; the selection is kept for reports.
  case every(Selection, rules: [Int])

  public struct Selection: Sendable, Equatable {
    public var severity: Severity?
    public init(severity: Severity?) { self.severity = severity }
  }
}
