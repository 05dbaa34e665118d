import CEL
import Evaluator
import JSON

extension PackEvaluator {
  /// A record as it is judged where no other of its group and no other nomination is submitted.
  ///
  /// - Parameter record: with what it relates to, as far as that is known.
  public func evaluateAlone(_ record: RecordValue) -> Evaluation {
    let evaluation = evaluate(record)
    guard case .judged(let result) = evaluation, !result.beyond.isEmpty else { return evaluation }
    let key = record.keyText
    var state = PopulationState(self)
    state.add(result, key: key, ordinal: 0)
    return .judged(state.decided().settled(result, key: key))
  }
}
