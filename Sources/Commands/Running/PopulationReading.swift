import CEL
import Evaluator
import JSON
import Populations
import Records

/// Reads all records before any is written: once to relate them, where that is asked for, and once to count them.
struct PopulationReading {
  let evaluator: PackEvaluator
  let hasRegister: Bool
  let passes: RecordPasses

  /// - Throws: `SourceError`.
  func judge() throws -> PopulationJudge {
    var index = RelationIndex(evaluator.pack)
    if hasRegister, let register = evaluator.pack.register { index.markGiven(register.recordType) }
    if !index.isEmpty {
      try read { record in
        index.add(record.record)
      } rejected: {
        index.addRejected(type: $0.type, key: $0.key?.values)
      }
    }
    var state = PopulationState(evaluator)
    if hasRegister { state.markRegisterGiven() }
    var ordinal = 0
    var known: [PopulationJudge.Known] = []
    try read { record in
      ordinal += 1
      let key = record.key.text
      let evaluation = evaluator.evaluate(index.joined(record.record))
      if passes.keeps { known.append(PopulationJudge.Known(record.record, evaluation)) }
      switch evaluation {
      case .judged(let result): state.add(result, key: key, ordinal: ordinal)
      case .refused: state.addRejected(type: record.record.type.name, key: key, readable: record.record)
      }
    } rejected: {
      state.addRejected(
        type: $0.type, key: $0.key?.text, readable: $0.readable, endsSource: $0.endsSource)
    }
    return PopulationJudge(evaluator, index, state.decided(), knowing: known)
  }

  private func read(_ record: (LocatedRecord) -> Void, rejected: (Rejection) -> Void) throws {
    let next = passes.begin()
    while let item = try next() {
      switch item {
      case .success(let located): record(located)
      case .failure(let rejection): rejected(rejection)
      }
    }
  }
}
