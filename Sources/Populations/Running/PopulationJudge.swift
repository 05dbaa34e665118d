import CEL
import Evaluator
import JSON

/// Judges records one by one once all of them have been related and counted.
public struct PopulationJudge {
  private let evaluator: PackEvaluator
  private let index: RelationIndex
  public let outcome: PopulationOutcome
  private let known: [ObjectIdentifier: Known]

  /// What a record came to by itself, with what it leads to.
  public struct Known: Sendable {
    let record: RecordValue
    let evaluation: Evaluation

    public init(_ record: RecordValue, _ evaluation: Evaluation) {
      self.record = record
      self.evaluation = evaluation
    }
  }

  /// - Parameter known: records that were judged before and needn't be judged again where they are met as the same object.
  public init(
    _ evaluator: PackEvaluator, _ index: RelationIndex, _ outcome: PopulationOutcome,
    knowing known: [Known] = []
  ) {
    self.evaluator = evaluator
    self.index = index
    self.outcome = outcome
    // Not `Dictionary(_:uniquingKeysWith:)`, which casts an error: the modules in a browser cannot.
    var places: [ObjectIdentifier: Known] = [:]
    for record in known where places[ObjectIdentifier(record.record)] == nil {
      places[ObjectIdentifier(record.record)] = record
    }
    self.known = places
  }

  /// Every finding and verdict on one record, as all records make it.
  ///
  /// - Parameter key: in one line.
  public func evaluate(_ record: RecordValue, key: Text) -> Evaluation {
    let evaluation =
      known[ObjectIdentifier(record)]?.evaluation ?? evaluator.evaluate(index.joined(record))
    guard case .judged(let result) = evaluation else { return evaluation }
    return .judged(outcome.settled(result, key: key))
  }
}
