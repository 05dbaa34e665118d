/// The outcome of a rule by what is known of its condition, its requirement and its due day (DESIGN §5).
public enum OutcomeTable {
  /// - Parameters:
  ///   - applies: the rule's `when`.
  ///   - requirement: the rule's requirement.
  ///   - due: whether the last day that counts has passed; unknown or failed where that day is.
  ///   - whenMissing: `violated` or `undetermined`.
  public static func outcome(
    applies: Truth, requirement: Truth, isDue due: Truth, whenMissing: Outcome
  ) -> Outcome {
    switch (applies, requirement) {
    case (.no, _): return .notApplicable
    case (.yes, .yes), (.unknown, .yes): return .satisfied
    case (.error, _): return .undetermined
    case (.yes, _), (.unknown, _): break
    }
    if due == .no { return .notYetDue }
    // Whether it is late cannot be told, so neither can a violation.
    if due != .yes { return .undetermined }
    guard applies == .yes else { return .undetermined }
    switch requirement {
    case .no: return .violated
    case .unknown: return whenMissing
    case .error, .yes: return .undetermined
    }
  }
}
