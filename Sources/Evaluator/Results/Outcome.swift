import JSON

/// What one rule says of one record.
public enum Outcome: Int, Sendable, CaseIterable {
  case satisfied, violated, undetermined, notYetDue, notApplicable

  public var name: Text {
    switch self {
    case .satisfied: "satisfied"
    case .violated: "violated"
    case .undetermined: "undetermined"
    case .notYetDue: "notYetDue"
    case .notApplicable: "notApplicable"
    }
  }

  public init?(_ name: Text) {
    guard let outcome = Outcome.allCases.first(where: { $0.name == name }) else { return nil }
    self = outcome
  }
}
