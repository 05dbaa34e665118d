import CEL
import Columns
import Evaluator
import JSON
import Populations
import Records

/// Reads all records before any is judged: once to relate them, where that is asked for, and once to count them.
///
/// Does what `PopulationReading` does, chunks of lines side by side.
struct PopulationPasses {
  let evaluator: PackEvaluator
  let inputs: [ColumnRun.Input]
  let plan: ColumnPlan
  let workers: [ChunkWorker]

  /// - Throws: `SourceError`.
  func run(hasRegister: Bool) throws -> (RelationIndex, PopulationOutcome) {
    var index = RelationIndex(evaluator.pack)
    if hasRegister, let register = evaluator.pack.register { index.markGiven(register.recordType) }
    if !index.isEmpty {
      try read(.relations(index)) { batch, repeated, _ in
        for record in batch.related(without: repeated) { index.add(record) }
      } record: { located, _ in
        index.add(located.record)
      } rejected: { type, key, _, _ in
        index.addRejected(type: type, key: key?.values)
      }
    }
    let empty = PopulationState(evaluator)
    var state = empty
    if hasRegister { state.markRegisterGiven() }
    func add(_ located: LocatedRecord, _ ordinal: Int) {
      let key = located.key.text
      switch evaluator.evaluate(index.joined(located.record)) {
      case .judged(let result): state.add(result, key: key, ordinal: ordinal)
      case .refused: state.addRejected(type: located.record.type.name, key: key, readable: located.record)
      }
    }
    try read(.population(index, empty)) { batch, repeated, decoder in
      if repeated.isEmpty, let part = batch.state { return state.merge(part) }
      // Some of the chunk stand twice, so its part is made anew of the others.
      for (bytes, ordinal) in batch.soundRecords(without: repeated) {
        let decoded = decoder.decode(bytes, in: .standardInput, line: 1)
        if case .success(let located) = decoded { add(located, ordinal) }
      }
    } record: {
      add($0, $1)
    } rejected: { type, key, readable, endsSource in
      state.addRejected(type: type, key: key?.text, readable: readable, endsSource: endsSource)
    }
    return (index, state.decided())
  }

  /// - Parameters:
  ///   - batch: takes a chunk, which of its keys stood before, and what reads records of its source.
  ///   - record: takes a record that was read as a tree, and what tells it from all others.
  ///   - rejected: takes what is known of a record that was not read, and whether none after it could be.
  private func read(
    _ task: ChunkTask, _ batch: (ColumnPipeline.Batch, Set<Int>, RecordDecoder) -> Void,
    record: (LocatedRecord, Int) -> Void, rejected: (Text?, RecordKey?, RecordValue?, Bool) -> Void
  ) throws {
    let pipeline = ColumnPipeline(plan, jobs: workers.count)
    let keys = SeenKeys()
    for (place, input) in inputs.enumerated() {
      let records = try ChunkedRecords(input.source)
      for worker in workers { worker.begin(task, typeName: input.typeName, source: place) }
      let decoder = RecordDecoder(evaluator.pack, typeName: input.typeName, asOf: evaluator.asOf)
      var line = records.firstLine
      try records.run(pipeline, workers) { part in
        let repeated = keys.add(part.output.keys, source: place, firstLine: line)
        batch(part, Set(repeated.map(\.index)), decoder)
        part.deliver(repeated: repeated, line: line) { _ in
        } again: { bytes, origin, _ in
          switch decoder.decode(bytes, in: input.source, at: origin) {
          case .success(let located): rejected(located.record.type.name, located.key, located.record, false)
          case .failure(let rejection): rejected(rejection.type, rejection.key, rejection.readable, false)
          }
        }
        line += part.output.lineFeeds
      }
      guard let rest = records.rest else { continue }
      var others = RecordReader(
        rest, at: place, of: inputs.map(\.source), evaluator.pack, typeName: input.typeName,
        asOf: evaluator.asOf, seen: keys)
      // Behind those of all chunks.
      var ordinal = place << 48 | 1 << 47
      while let item = try others.next() {
        switch item {
        case .success(let located): record(located, ordinal)
        case .failure(let rejection):
          rejected(rejection.type, rejection.key, rejection.readable, rejection.endsSource)
        }
        ordinal += 1
      }
    }
  }
}
