import CEL
import Evaluator
import JSON
import Records

/// What is written of records that are judged.
extension ChunkWorker {
  /// Writes what is asked for of a row.
  @inline(__always)
  func write(_ batch: BatchEvaluator, _ type: Int, _ row: Int, _ item: ChunkItem, into lines: LineBuffer) {
    switch recordOutput {
    case .nothing: break
    case .verdicts: self.lines.write(batch, row, into: lines)
    case .violations(_, let write):
      if let clean, batch.isClean(row) {
        clean.write(batch, row, type: type, line: line(of: item), into: lines)
      } else {
        self.write(violations(batch, type, row, item), write, into: lines)
      }
    }
  }

  /// Writes what is asked for of a record that the interpreter has judged.
  func write(_ located: LocatedRecord, _ result: RecordResult, _ item: ChunkItem, into lines: LineBuffer) {
    switch recordOutput {
    case .nothing: break
    case .verdicts: self.lines.write(result, located.key, into: lines)
    case .violations(_, let write):
      let placed = LocatedRecord(
        record: located.record, key: located.key, place: place(of: item), warnings: located.warnings)
      self.write((placed, result), write, into: lines)
    }
  }

  private func write(
    _ found: (LocatedRecord, RecordResult)?, _ write: (LocatedRecord, RecordResult, inout [UInt8]) -> Void,
    into lines: LineBuffer
  ) {
    guard let (located, result) = found else { return }
    written.removeAll(keepingCapacity: true)
    write(located, result, &written)
    lines.append(written)
  }

  private func violations(
    _ batch: BatchEvaluator, _ type: Int, _ row: Int, _ item: ChunkItem
  ) -> (LocatedRecord, RecordResult)? {
    var findings = RowFindings(batch, row, lookUp: { self.lookUp(type, $0) }, beyond: beyond)
    guard let result = findings?.result() ?? interpreted(item) else { return nil }
    let key = RecordKey(names: batch.program.type.key, values: batch.keyValues(row))
    return (LocatedRecord(record: result.record, key: key, place: place(of: item), warnings: []), result)
  }

  /// What the interpreter says of a record that columns have judged.
  private func interpreted(_ item: ChunkItem) -> RecordResult? {
    guard let located = located(item.span), case .judged(let result)? = evaluation(located) else {
      return nil
    }
    return result
  }

  private func line(of item: ChunkItem) -> Int { (chunk?.firstLine ?? 1) + item.line }

  private func place(of item: ChunkItem) -> SourcePlace {
    SourcePlace(file: file, JSONPosition(byte: 0, line: line(of: item), column: 1), wholeLine: true)
  }
}
