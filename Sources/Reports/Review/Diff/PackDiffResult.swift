import JSON
import RuleReview

/// What became of one pack, and what that means for the records that were given.
public struct PackDiffResult: Sendable {
  public let diff: PackDiff
  /// Nil where no records were given.
  public let impact: Impact?

  public init(_ diff: PackDiff, impact: Impact? = nil) {
    self.diff = diff
    self.impact = impact
  }

  public var isEmpty: Bool { diff.isEmpty && impact?.isEmpty ?? true }

  /// True where somebody loses; without records, where somebody may.
  public var costs: Bool { impact?.hasLoss ?? diff.mayCost }
}
