import CEL
import Evaluator
import JSON

/// A candidate's place in a roster.
public struct Nominee: Sendable {
  public var key: Text
  /// What the record calls itself, where its type has a text field `name`.
  public var name: Text?
  public var status: Status
  /// From 1 within the roster; equals share a rank. Nil for who lacks a criterion.
  public var rank: Int?
  /// The rank if everyone who is open turns out eligible; nil where that is the same.
  public var worstRank: Int?
  /// From 1 among the reserve of the roster; nil for others.
  public var reservePlace: Int?
  /// True where open or rejected records may still change the status.
  public var isProvisional = false
  /// Open candidates that the status hangs on, and records whose counting is open; where they are more than are named,
  /// the count is what it is at the least.
  public var dependsOn = MemberList()
  /// Rejected records that the status hangs on.
  public var lost = LostRecords()
  /// Why one who is eligible is not nominated.
  public var refusal: Refusal?
  /// The record that counts for the same subject and year, where this one gives way to it.
  public var supersededBy: Text?
  /// Paths that decide an undetermined candidate.
  public var missing: [Text] = []
  /// Leaves that keep an undetermined candidate open, or the one that a near miss lacks.
  public var because: [Criterion.Leaf] = []
  private var obstacle: Candidate.Obstacle?
  /// What was found of the criterion that a near miss lacks.
  public var finding: Finding? { obstacle?.finding }
  /// Who decides; nil where that cannot be told.
  public var authority: Text?
  public var isUnverified = false

  init(_ candidate: Candidate, _ status: Status) {
    key = candidate.key
    name = candidate.name
    self.status = status
    authority = candidate.authority
    isUnverified = candidate.verdict.isUnverified
    switch status {
    case .nominated, .reserve: break
    case .undetermined:
      because = candidate.verdict.because
      missing = Set(candidate.verdict.missing).sorted()
    case .nearMiss:
      obstacle = candidate.obstacle
      because = candidate.obstacle.map { [$0.leaf] } ?? []
    }
  }

  public enum Status: Int, Sendable, CaseIterable {
    case nominated, reserve, undetermined, nearMiss

    public var name: Text {
      switch self {
      case .nominated: "nominated"
      case .reserve: "reserve"
      case .undetermined: "undetermined"
      case .nearMiss: "nearMiss"
      }
    }
  }

  /// The quota that does not hold a candidate.
  public struct Refusal: Sendable, Equatable {
    /// Place in `CompiledAward.quotas`.
    public var quota: Int
    public var limit: Int
    public var reason: Reason
  }

  public enum Reason: Int, Sendable {
    /// The quota is filled by those before.
    case full
    /// Equals ask for more places than are left.
    case tied
    /// Equals before could not be told apart.
    case belowTie

    public var name: Text {
      switch self {
      case .full: "full"
      case .tied: "tied"
      case .belowTie: "belowTie"
      }
    }
  }
}
