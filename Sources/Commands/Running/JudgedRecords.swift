import CEL
import Evaluator
import JSON
import Populations
import Records

/// Records that a review of rules judges, as of a day.
struct RecordInput {
  let sources: [RecordSource]
  /// Past decisions.
  let register: [RecordSource]
  /// Of records that do not tell their type.
  let type: Text?
  let asOf: CivilDate
}

/// Records as one pack judges them, with relations and what they decide together.
struct JudgedRecords {
  private let evaluator: PackEvaluator
  private let input: RecordInput

  init(_ pack: CompiledPack, _ input: RecordInput) {
    evaluator = PackEvaluator(pack, asOf: input.asOf, timeZone: TimeZoneNames.offset)
    self.input = input
  }

  func makeReader() -> RecordReader {
    RecordReader(
      input.sources, of: evaluator.pack, typeName: input.type, asOf: input.asOf,
      register: evaluator.pack.register == nil ? [] : input.register)
  }

  /// Nil where each record is judged alone.
  ///
  /// - Throws: `SourceError`.
  func judge() throws -> PopulationJudge? {
    guard evaluator.pack.looksBeyondRecords else { return nil }
    let hasRegister = evaluator.pack.register != nil && !input.register.isEmpty
    let passes = RecordPasses(input.sources + input.register, makeReader)
    return try PopulationReading(evaluator: evaluator, hasRegister: hasRegister, passes: passes).judge()
  }

  /// Nil where the pack rejects the record.
  func result(_ located: LocatedRecord, _ judge: PopulationJudge?) -> RecordResult? {
    let evaluation =
      judge?.evaluate(located.record, key: located.key.text) ?? evaluator.evaluate(located.record)
    if case .judged(let result) = evaluation { return result }
    return nil
  }
}
