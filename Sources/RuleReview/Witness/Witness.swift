import CEL
import Evaluator
import JSON

/// A record that shows that an award can be reached, or a rule broken.
public struct Witness: Sendable {
  /// The record with its `type`, ready to be checked; no member can be left out.
  public let record: JSONValue
  /// Other records that it needs: what it leads to, and decisions of the register.
  public let related: [JSONValue]
  public let asOf: CivilDate
  /// What the pack says of it.
  public let result: RecordResult

  public init(record: JSONValue, related: [JSONValue], asOf: CivilDate, result: RecordResult) {
    self.record = record
    self.related = related
    self.asOf = asOf
    self.result = result
  }

  /// All that a file must hold: the record, or a list that begins with it.
  public var document: JSONValue { related.isEmpty ? record : .array([record] + related) }
}

/// Why there is no witness.
public enum WitnessFailure: Error, Sendable, Equatable {
  /// Surely no record meets these rules together.
  case contradiction(rules: [Text])
  /// Surely no record that the award is for exists.
  case appliesToNothing
  /// Surely no record breaks the rule.
  case cannotBeBroken
  /// Whatever breaks the rule breaks this one as well.
  case breaksAnother(Text)
  /// The rule is due only after this day, which is not before the day of knowledge.
  case notDue(until: CivilDate)
  /// No law date up to the day of knowledge on which it is in force.
  case notInForce
  /// The search ended without a record: the rules that were left, of its best attempt, and those that whatever it tried
  /// for them would have broken.
  case notFound(open: [Text], against: [Text])
}
