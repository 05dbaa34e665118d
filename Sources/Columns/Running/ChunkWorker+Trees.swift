import CEL
import Evaluator
import JSON
import Populations
import Records

/// Records that columns do not take, or cannot settle.
extension ChunkWorker {
  /// Reads a record as a tree.
  func tree(_ span: Range<Int>, _ line: Int) {
    treeReads += 1
    var fate = ChunkItem.Fate.rejected
    if let located = located(span) {
      guess = plan.types.firstIndex { $0.type.name == located.record.type.name } ?? guess
      fate = .tree(trees.count)
      trees.append((located, evaluation(located)))
    }
    items.append(
      ChunkItem(
        fate: fate, start: span.lowerBound, end: span.upperBound, line: chunk?.sourceLine(line) ?? line))
  }

  /// What the task wants the interpreter to say of a record.
  func evaluation(_ located: LocatedRecord) -> Evaluation? {
    switch task {
    case .relations: return nil
    case .verdicts: return plan.evaluator.evaluate(located.record)
    case .population(let index, _): return plan.evaluator.evaluate(index.joined(located.record))
    case .settled(let index, let outcome):
      return PopulationJudge(plan.evaluator, index, outcome)
        .evaluate(located.record, key: located.key.text)
    }
  }

  func located(_ span: Range<Int>) -> LocatedRecord? {
    guard let chunk else { return nil }
    let bytes = Array(UnsafeBufferPointer(start: chunk.memory + span.lowerBound, count: span.count))
    guard let document = try? parser.parse(bytes) else { return nil }
    return try? decoder.decode(document.root, in: source).get()
  }

  /// The record of a row, with what it leads to.
  func lookUp(_ type: Int, _ row: Int) -> RecordValue? {
    if let record = found[type][row] { return record }
    guard let item = batches[type]?.items[row], let record = located(items[item].span)?.record else {
      return nil
    }
    let joined = task.index?.joined(record) ?? record
    found[type][row] = joined
    return joined
  }
}
