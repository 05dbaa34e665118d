import CEL
import Evaluator
import JSON
import Populations
import Records

/// What becomes of each record of a batch, in order of input.
extension ChunkWorker {
  /// - Parameter key: memory for the bytes of a key.
  func take(_ item: Item, _ output: inout BatchOutput, _ key: inout [UInt8]) {
    switch item.fate {
    case .rejected: output.reject(item)
    case .tree(let place):
      let (located, evaluation) = trees[place]
      let type = plan.types.firstIndex { $0.type === located.record.type } ?? 0
      take(located, evaluation, item, &output)
      output.finish(item, located.key.bytes(type: type))
    case .row(let type, let row):
      guard let batch = batches[type] else { return }
      lines.key(batch, row, type: type, into: &key)
      if case .population = task {
        gather(batch, type, row, &output)
      } else if batch.refused.bit(row), !isRelating {
        output.refuse(item)
      } else if !isRelating {
        lines.write(batch, row, into: &output.lines)
      }
      output.finish(item, key)
    }
  }

  private var isRelating: Bool { if case .relations = task { true } else { false } }

  /// A record that was read as a tree.
  private func take(
    _ located: LocatedRecord, _ evaluation: Evaluation?, _ item: Item, _ output: inout BatchOutput
  ) {
    switch (task, evaluation) {
    case (.relations(let index), _):
      guard index.isRelated(located.record.type.name) else { return }
      output.related.append((output.lineEnds.count, located.record))
    case (.population, .judged(let result)?):
      let ordinal = output.ordinal
      output.state?.add(result, key: located.key.text, ordinal: ordinal)
    case (.population, _): output.state?.addRejected(type: located.record.type.name, key: located.key.text)
    case (_, .judged(let result)?):
      output.records += 1
      for finding in result.findings {
        output.outcomes[finding.outcome.rawValue] += 1
        if plan.fails[finding.rule][finding.outcome.rawValue] { output.hasFailure = true }
      }
      for verdict in result.verdicts { output.verdicts[verdict.award][verdict.standing.rawValue] += 1 }
      // What is only there for other records to look at has nothing of its own to tell.
      if task.index != nil, result.findings.isEmpty, result.verdicts.isEmpty, located.warnings.isEmpty {
        return
      }
      lines.write(result, located.key, into: &output.lines)
    default: output.refuse(item)
    }
  }

  /// Counts a row among many records, and takes it in among the candidates for awards.
  private func gather(_ batch: BatchEvaluator, _ type: Int, _ row: Int, _ output: inout BatchOutput) {
    let needs = needs[type]
    if batch.refused.bit(row) {
      output.state?.addRejected(type: batch.program.type.name, key: batch.keyLine(row))
      return
    }
    var awards: [Int] = []
    for need in needs.awards where need.countsAll || !batch.isOutside(need.award, row) {
      awards.append(need.award)
    }
    guard needs.counts || !awards.isEmpty else { return }
    guard let record = lookUp(type, row), let lawDate = batch.lawDate(row) else { return }
    let result = plan.evaluator.result(record, on: lawDate, awards: awards)
    let ordinal = output.ordinal
    output.state?.add(result, key: batch.keyLine(row), ordinal: ordinal)
  }
}
