import CEL
import Evaluator
import JSON

/// Keys of records, as columns hold them.
extension BatchEvaluator {
  /// The bytes of a text.
  @inline(__always)
  func text(_ column: Int, _ row: Int) -> UnsafeBufferPointer<UInt8> {
    storage.text(storage.columns[column].values[row])
  }

  /// Writes what tells a row from all others: its type, and its key.
  @inline(__always)
  func writeKey(_ row: Int, type: Int, into buffer: LineBuffer) {
    buffer.clear()
    guard let column = program.plainKey else { return writeFields(row, type: type, into: buffer) }
    let text = text(column, row)
    var end = buffer.end(text.count + 1)
    end.pointee = UInt8(truncatingIfNeeded: type)
    end += 1
    if let start = text.baseAddress { end.put(start, text.count) }
    buffer.close(end)
  }

  /// The same for a key of several fields, or one that is no text.
  private func writeFields(_ row: Int, type: Int, into buffer: LineBuffer) {
    buffer.append([UInt8(truncatingIfNeeded: type)])
    for (place, field) in program.plan.keyFields.enumerated() {
      if place > 0 { buffer.append([0xFF]) }
      if let field { buffer.append(keyText(field, row).utf8) }
    }
  }

  /// The key of a record in one line: values of several fields are joined by `/`.
  func keyLine(_ row: Int) -> Text {
    var line: Text = ""
    for (place, field) in program.plan.keyFields.enumerated() {
      if place > 0 { line += "/" }
      if let field { line += keyText(field, row) }
    }
    return line
  }

  /// The values of the fields that name a record.
  func keyValues(_ row: Int) -> [Text] {
    program.plan.keyFields.map { field in field.map { keyText($0, row) } ?? "" }
  }

  /// A field of a record's key, as results write it.
  func keyText(_ field: FieldPlan, _ row: Int) -> Text {
    field.column.flatMap { storage.value(of: field, in: $0, row)?.keyText } ?? ""
  }
}
