import CEL
import JSON

/// What comes of one record.
public enum Evaluation: Sendable {
  case judged(RecordResult)
  /// The record is rejected and counted; nothing was judged.
  case refused(Refusal)

  /// Why a well-formed record cannot be judged.
  public enum Refusal: Error, Sendable, Equatable {
    /// The field that names the law date is not given.
    case lawDateMissing(field: Text)
    /// No rule of the pack is in force for this record type on this law date.
    case noRuleInForce(type: Text, day: CivilDate)
  }
}
