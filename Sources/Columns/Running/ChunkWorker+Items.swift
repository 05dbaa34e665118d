import CEL
import Evaluator
import JSON
import Populations
import Records

/// What becomes of each record of a batch, in order of input.
extension ChunkWorker {
  func take(_ items: [ChunkItem], _ output: inout BatchOutput) {
    let isRelating = task.isRelating
    let gathers = task.gathers
    for item in items {
      guard case .row(let type, let row) = item.fate, let batch = batches[type] else {
        take(item, &output)
        continue
      }
      if gathers {
        gather(batch, type, row, &output)
      } else if isRelating {
        relate(batch, row, &output)
      } else if batch.program.isPassive {
        if plan.apart.isEmpty || !plan.leavesApart(batch.keyLine(row)) {
          output.records += 1
        } else {
          output.refuse(item)
        }
      } else {
        if batch.refused.bit(row) {
          output.refuse(item)
        } else {
          write(batch, type, row, item, into: output.lines)
        }
      }
      batch.writeKey(row, type: type, into: keyBuffer)
      output.finish(item, keyBuffer.bytes)
    }
  }

  /// Keeps of a row what others ask of it that lead there.
  private func relate(_ batch: BatchEvaluator, _ row: Int, _ output: inout BatchOutput) {
    guard let part = batch.program.related else { return }
    output.related.append((output.sound.count, batch.partReader.record(part, row)))
  }

  /// A record that was not read into columns.
  private func take(_ item: ChunkItem, _ output: inout BatchOutput) {
    guard case .tree(let place) = item.fate else { return output.reject(item) }
    let (located, evaluation) = trees[place]
    let type = plan.types.firstIndex { $0.type === located.record.type } ?? 0
    take(located, evaluation, item, &output)
    located.key.bytes(type: type).withUnsafeBufferPointer { output.finish(item, $0) }
  }

  /// A record that was read as a tree.
  private func take(
    _ located: LocatedRecord, _ evaluation: Evaluation?, _ item: ChunkItem, _ output: inout BatchOutput
  ) {
    switch (task, evaluation) {
    case (.relations(let index), _):
      guard index.isRelated(located.record.type.name) else { return }
      output.related.append((output.sound.count, located.record))
    case (.population, .judged(let result)?):
      let ordinal = output.ordinal
      output.state?.add(result, key: located.key.text, ordinal: ordinal)
    case (.population, _):
      output.state?.addRejected(
        type: located.record.type.name, key: located.key.text, readable: located.record)
    case (_, .judged) where plan.leavesApart(located.key.text): output.refuse(item)
    case (_, .judged(let result)?):
      count(result, &output)
      // What is only there for other records to look at has nothing of its own to tell.
      if task.index != nil, result.findings.isEmpty, result.verdicts.isEmpty, located.warnings.isEmpty {
        return
      }
      write(located, result, item, into: output.lines)
    default: output.refuse(item)
    }
  }

  /// True where a task asks something of records of a type before all are there.
  func asks(_ type: Int) -> Bool { needs[type].counts || !needs[type].awards.isEmpty }

  /// Counts a row among many records, and takes it in among the candidates for awards.
  private func gather(_ batch: BatchEvaluator, _ type: Int, _ row: Int, _ output: inout BatchOutput) {
    guard asks(type) else { return }
    let lookUp: BatchEvaluator.Lookup = { self.lookUp(type, $0) }
    if batch.program.isPassive {
      output.state?.count(RowRecord(batch, row, plan.evaluator.asOf, lookUp: lookUp))
      return
    }
    if batch.refused.bit(row) {
      output.state?.addRejected(
        type: batch.program.type.name, key: batch.keyLine(row), readable: lookUp(row))
      return
    }
    guard let lawDate = batch.lawDate(row) else { return }
    let ordinal = output.ordinal
    if batch.leavesAwards(row) {
      guard let record = lookUp(row), case .judged(let result) = plan.evaluator.evaluate(record) else {
        return
      }
      output.state?.add(result, key: batch.keyLine(row), ordinal: ordinal)
      return
    }
    let record = RowRecord(batch, row, lawDate, lookUp: lookUp)
    if needs[type].counts { output.state?.count(record) }
    for need in needs[type].awards where need.countsAll || batch.mayApply(need.award, row) {
      output.state?.nominate(record, for: need.award, ordinal: ordinal)
    }
  }
}
