import Evaluator
import JSON

/// Which awards and rules of a pack have a record that shows them, and why the others have none.
public struct WitnessSurvey: Sendable {
  public struct Entry: Sendable {
    public let id: Text
    /// Nil where there is a record.
    public let failure: WitnessFailure?
  }

  /// In order of the pack.
  public let awards: [Entry]
  /// Rules on one record, in order of the pack.
  public let rules: [Entry]

  /// True where there is a record for each.
  public var isComplete: Bool { (awards + rules).allSatisfy { $0.failure == nil } }
}
