import CEL
import Evaluator
import JSON
import Records

/// Writes a record's line of verdicts without building anything of it first.
struct VerdictLines {
  /// By award, then standing with the mark of an unconfirmed fact: the whole object.
  private let verdicts: [[[UInt8]]]

  init(_ pack: CompiledPack) {
    verdicts = pack.awards.map { award in
      (0..<16).map { code in
        guard let standing = Verdict.Standing(rawValue: code & 7) else { return [] }
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("award")
        writer.string(award.id)
        writer.key("verdict")
        writer.string(standing.name)
        if code & 8 != 0 {
          writer.key("confidence")
          writer.string("unverified")
        }
        writer.endObject()
        return writer.bytes
      }
    }
  }

  // Held by the value, since what is static must be asked for each time.
  private let recordStart = Array(#"{"record":"#.utf8)
  private let textStart = Array(#"{"record":""#.utf8)
  private let textEnd = Array(#"","violated":"#.utf8)
  private let violated = Array(#","violated":"#.utf8)
  private let undetermined = Array(#","undetermined":"#.utf8)
  private let verdictStart = Array(#","verdicts":["#.utf8)
  private let end = Array("]}\n".utf8)

  /// Sets `key` to the bytes of a row's type and key.
  func key(_ batch: BatchEvaluator, _ row: Int, type: Int, into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    key.append(UInt8(truncatingIfNeeded: type))
    if let column = batch.program.plainKey {
      key.append(contentsOf: batch.text(column, row))
      return
    }
    for (place, field) in batch.program.plan.keyFields.enumerated() {
      if place > 0 { key.append(0xFF) }
      if let field { key.append(contentsOf: batch.keyText(field, row).utf8) }
    }
  }

  /// The line of a row.
  func write(_ batch: BatchEvaluator, _ row: Int, into output: inout [UInt8]) {
    if let column = batch.program.plainKey {
      // What stands between the quotes needs no escape: it had none.
      output += textStart
      output.append(contentsOf: batch.text(column, row))
      output += textEnd
    } else {
      output += recordStart
      let values = batch.program.plan.keyFields.map { field in field.map { batch.keyText($0, row) } ?? "" }
      write(values, batch.program.type.key, into: &output)
      output += violated
    }
    append(Int(batch.violated[row]), Int(batch.undetermined[row]), into: &output)
    for (place, award) in batch.program.awards.enumerated() {
      if place > 0 { output.append(UInt8(ascii: ",")) }
      output += verdicts[award.award][Int(batch.standings[place][row])]
    }
    output += end
  }

  /// The line of a record that the interpreter has judged.
  func write(_ result: RecordResult, _ key: RecordKey, into output: inout [UInt8]) {
    output += recordStart
    write(key.values, key.names, into: &output)
    output += violated
    append(
      result.findings.count { $0.outcome == .violated },
      result.findings.count { $0.outcome == .undetermined },
      into: &output)
    for (place, verdict) in result.verdicts.enumerated() {
      if place > 0 { output.append(UInt8(ascii: ",")) }
      output += verdicts[verdict.award][verdict.standing.rawValue | (verdict.isUnverified ? 8 : 0)]
    }
    output += end
  }

  private func write(_ values: [Text], _ names: [Text], into output: inout [UInt8]) {
    var writer = JSONWriter(appendingTo: output)
    output = []
    if values.count == 1 {
      writer.string(values[0])
    } else {
      writer.beginObject()
      for (name, value) in zip(names, values) {
        writer.key(name)
        writer.string(value)
      }
      writer.endObject()
    }
    output = writer.takeBytes()
  }

  private func append(_ violated: Int, _ undetermined: Int, into output: inout [UInt8]) {
    Self.append(violated, into: &output)
    output += self.undetermined
    Self.append(undetermined, into: &output)
    output += verdictStart
  }

  private static func append(_ number: Int, into output: inout [UInt8]) {
    if number >= 10 { append(number / 10, into: &output) }
    output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}

extension BatchEvaluator {
  /// The bytes of a text.
  func text(_ column: Int, _ row: Int) -> UnsafeBufferPointer<UInt8> {
    let view = storage.columns[column].values[row]
    return UnsafeBufferPointer(
      start: storage.state.pointee.base + Int(view >> 32), count: Int(view & 0xFFFF_FFFF))
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

  /// A field of a record's key, as results write it.
  func keyText(_ field: FieldPlan, _ row: Int) -> Text {
    guard let column = field.column else { return "" }
    let value = storage.columns[column].values[row]
    switch field.form {
    case .text: return Text(utf8: Array(text(column, row)))
    case .integer: return Text("\(value)")
    case .date: return CivilDate(daysSinceEpoch: value)?.text ?? ""
    case .period: return PeriodOrder.period(value)?.text ?? ""
    case .member: return field.members?.members[Int(value)] ?? ""
    case .decimal:
      return Decimal(coefficient: Int128(value), scale: storage.columns[column].scale)?.text ?? ""
    default: return ""
    }
  }
}
