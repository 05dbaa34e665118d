/// The results that a member of an award's tree may still have: satisfied, violated, not applicable.
public struct ResultSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let satisfied = ResultSet(rawValue: 1)
  public static let violated = ResultSet(rawValue: 2)
  public static let notApplicable = ResultSet(rawValue: 4)

  /// True where only one result is left.
  public var isDecided: Bool { rawValue != 0 && rawValue & (rawValue - 1) == 0 }

  /// The results open to a rule (DESIGN §5).
  public init(of finding: Finding) {
    self =
      switch (finding.outcome, finding.applies) {
      case (.notApplicable, _): .notApplicable
      case (_, nil):
        switch finding.holds {
        case true?: [.satisfied, .notApplicable]
        case false?: [.violated, .notApplicable]
        case nil: [.satisfied, .violated, .notApplicable]
        }
      case (.satisfied, _): .satisfied
      case (.violated, _): .violated
      case (.undetermined, _), (.notYetDue, _): [.satisfied, .violated]
      }
  }
}
