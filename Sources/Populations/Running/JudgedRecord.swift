import CEL
import Evaluator
import JSON

/// A record that the interpreter has judged.
struct JudgedRecord: CountedRecord {
  let result: RecordResult
  let key: Text
  private let evaluator: PackEvaluator
  private let forms: RecordForms
  private let activation: Activation

  /// - Parameter key: of the record, in one line.
  init(_ result: RecordResult, key: Text, _ evaluator: PackEvaluator, _ forms: RecordForms) {
    self.result = result
    self.key = key
    self.evaluator = evaluator
    self.forms = forms
    activation = evaluator.activation(of: result)
  }

  var type: RecordType { result.record.type }
  var keyTexts: [Text]? { result.record.texts(of: type.key) }
  var lawDate: CivilDate { result.lawDate }

  func field(_ name: Text) -> Value? { type.slot(of: name).flatMap { result.record.slots[$0] } }

  func value(_ formula: FormulaPlace) -> Value { forms[formula].program.evaluate(activation) }

  func verdict(of award: Int) -> Verdict? { result.verdicts.first { $0.award == award } }

  func basis(of award: Int) -> AwardBasis { evaluator.basis(of: award, in: result) }
}

/// All formulas of a pack that are asked of records before all are there.
struct RecordForms: Sendable {
  /// By rule on many records.
  let members: [MemberForm]
  /// By award.
  let candidates: [CandidateForm]

  init(_ pack: CompiledPack) {
    members = pack.populationRules.map { MemberForm($0.check) }
    candidates = pack.awards.map { CandidateForm($0) }
  }

  subscript(place: FormulaPlace) -> Formula {
    switch place {
    case .member(let rule, let index): members[rule].formulas[index]
    case .candidate(let award, let index): candidates[award].formulas[index]
    }
  }
}
