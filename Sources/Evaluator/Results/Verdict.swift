import JSON

/// The criteria of one award on one record.
public struct Verdict: Sendable {
  /// Place in `CompiledPack.awards`.
  public var award: Int
  public var standing: Standing
  /// The leaves that decide an ineligible verdict or keep an undetermined one open, sorted.
  public var because: [Criterion.Leaf]
  public var missing: [Text]
  /// True where the verdict rests on a rule whose fact is not confirmed.
  public var isUnverified: Bool

  public enum Standing: Int, Sendable, CaseIterable {
    case eligible, ineligible, undetermined, notApplicable

    public var name: Text {
      switch self {
      case .eligible: "eligible"
      case .ineligible: "ineligible"
      case .undetermined: "undetermined"
      case .notApplicable: "notApplicable"
      }
    }
  }

  public init(
    award: Int, standing: Standing, because: [Criterion.Leaf], missing: [Text], isUnverified: Bool
  ) {
    self.award = award
    self.standing = standing
    self.because = because
    self.missing = missing
    self.isUnverified = isUnverified
  }
}
