import JSON

/// What an award asks of another one, about the same subject.
public enum AwardClaim: Int, Hashable, Sendable, CaseIterable {
  /// The register of past decisions holds it for the same year.
  case decided
  /// It is nominated in this run, or decided.
  case nominated
  /// It is neither nominated in this run nor decided: the two awards exclude one another.
  case notNominated
  /// The register does not hold it for the same year; satisfied where no register was given.
  case notDecided

  public var name: Text {
    switch self {
    case .decided: "decided"
    case .nominated: "nominated"
    case .notNominated: "notNominated"
    case .notDecided: "notDecided"
    }
  }

  public init?(_ name: Text) {
    guard let claim = AwardClaim.allCases.first(where: { $0.name == name }) else { return nil }
    self = claim
  }

  /// True where the roster of the other award must be known first.
  public var waitsForRoster: Bool { self == .nominated || self == .notNominated }
}
