import CEL
import Evaluator
import JSON

/// Judges records one by one once all of them have been related and counted.
public struct PopulationJudge {
  private let evaluator: PackEvaluator
  private let index: RelationIndex
  public let outcome: PopulationOutcome

  public init(_ evaluator: PackEvaluator, _ index: RelationIndex, _ outcome: PopulationOutcome) {
    self.evaluator = evaluator
    self.index = index
    self.outcome = outcome
  }

  /// Every finding and verdict on one record, as all records make it.
  ///
  /// - Parameter key: in one line.
  public func evaluate(_ record: RecordValue, key: Text) -> Evaluation {
    let evaluation = evaluator.evaluate(index.joined(record))
    guard case .judged(let result) = evaluation else { return evaluation }
    return .judged(outcome.settled(result, key: key))
  }
}
