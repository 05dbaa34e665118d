import CEL
import Evaluator
import JSON

/// A record as those look at it that count it, let it compete, or ask what others decide of it.
public protocol CountedRecord {
  var type: RecordType { get }
  /// In one line.
  var key: Text { get }
  /// The values of the fields of the key; nil where one is not given.
  var keyTexts: [Text]? { get }
  var lawDate: CivilDate { get }
  /// The value of a field of the record itself; nil where it is not given.
  func field(_ name: Text) -> Value?
  func value(_ formula: FormulaPlace) -> Value
  /// Nil where the award is not asked of the record.
  func verdict(of award: Int) -> Verdict?
  /// Asked of awards that have a verdict.
  func basis(of award: Int) -> AwardBasis
}

extension CountedRecord {
  /// What the record calls itself, where its type has a text field `name`.
  var name: Text? {
    guard case .string(let name)? = field("name") else { return nil }
    return name
  }
}

/// A formula that is asked of records before all are there.
public enum FormulaPlace: Sendable {
  /// Of a rule on many records, by place in the pack, then among `MemberForm.formulas`.
  case member(rule: Int, Int)
  /// Of an award, by place in the pack, then among `CandidateForm.formulas`.
  case candidate(award: Int, Int)
}
