import CEL
import Evaluator
import JSON
import Records

/// Writes a record's line of verdicts without building anything of it first.
struct VerdictLines {
  /// Members that all lines have, then by award and standing, with the mark of an unconfirmed fact, the whole object and
  /// the comma before it.
  private let pieces: PieceTable

  private static let fixed = [
    #"{"record":"#, #"{"record":""#, #"","violated":"#, #","violated":"#, #","undetermined":"#,
    #","verdicts":["#, "]}\n", ",",
  ]

  private enum Fixed: Int {
    case record, recordText, textViolated, violated, undetermined, verdicts, end, comma
  }

  init(_ pack: CompiledPack) {
    let verdicts = pack.awards.flatMap { award in
      (0..<16).map { Self.verdict(award.id, $0) }
    }
    pieces = PieceTable(Self.fixed.map { Array($0.utf8) } + verdicts)
  }

  /// The object of one verdict.
  ///
  /// - Parameters:
  ///   - code: `Verdict.Standing.rawValue`, plus 8 where it rests on an unconfirmed fact.
  ///   - hasGrounds: true for one that tells its grounds, of which there are none.
  static func verdict(_ award: Text, _ code: Int, hasGrounds: Bool = false) -> [UInt8] {
    guard let standing = Verdict.Standing(rawValue: code & 7) else { return [] }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("award")
    writer.string(award)
    writer.key("verdict")
    writer.string(standing.name)
    if code & 8 != 0 {
      writer.key("confidence")
      writer.string("unverified")
    }
    for member in ["because", "missing"] as [Text] where hasGrounds {
      writer.key(member)
      writer.beginArray()
      writer.endArray()
    }
    writer.endObject()
    return writer.bytes
  }

  @inline(__always)
  private func write(_ piece: Fixed, _ end: inout UnsafeMutablePointer<UInt8>) {
    pieces.write(piece.rawValue, &end)
  }

  @inline(__always)
  private func write(verdict code: Int, of award: Int, _ end: inout UnsafeMutablePointer<UInt8>) {
    pieces.write(Self.fixed.count &+ 16 &* award &+ code, &end)
  }

  /// Bytes of a line without its key: names of members, two counts, verdicts.
  private func size(_ verdicts: Int) -> Int { 96 + verdicts * (pieces.longest + 1) }

  /// The line of a row.
  func write(_ batch: BatchEvaluator, _ row: Int, into output: LineBuffer) {
    let awards = batch.program.awards.count
    var end: UnsafeMutablePointer<UInt8>
    if let column = batch.program.plainKey {
      // What stands between the quotes needs no escape: it had none.
      let key = batch.text(column, row)
      end = output.end(size(awards) + key.count)
      write(.recordText, &end)
      if let start = key.baseAddress { end.put(start, key.count) }
      write(.textViolated, &end)
    } else {
      end = begin(batch.keyValues(row), batch.program.type.key, awards, output)
    }
    write(batch.violated[row], batch.undetermined[row], &end)
    for place in 0..<awards {
      if place > 0 { write(.comma, &end) }
      write(verdict: Int(batch.standings(place)[row]), of: batch.awardPlaces[place], &end)
    }
    write(.end, &end)
    output.close(end)
  }

  /// The line of a record that the interpreter has judged.
  func write(_ result: RecordResult, _ key: RecordKey, into output: LineBuffer) {
    var end = begin(key.values, key.names, result.verdicts.count, output)
    write(
      UInt16(clamping: result.findings.count { $0.outcome == .violated }),
      UInt16(clamping: result.findings.count { $0.outcome == .undetermined }), &end)
    for (place, verdict) in result.verdicts.enumerated() {
      if place > 0 { write(.comma, &end) }
      write(verdict: verdict.standing.rawValue | (verdict.isUnverified ? 8 : 0), of: verdict.award, &end)
    }
    write(.end, &end)
    output.close(end)
  }

  /// Begins a line whose key may need escapes.
  private func begin(
    _ values: [Text], _ names: [Text], _ verdicts: Int, _ output: LineBuffer
  ) -> UnsafeMutablePointer<UInt8> {
    let key = Self.key(values, names)
    var end = output.end(size(verdicts) + key.count)
    write(.record, &end)
    end.put(key)
    write(.violated, &end)
    return end
  }

  /// A key as results have it.
  static func key(_ values: [Text], _ names: [Text]) -> [UInt8] {
    var writer = JSONWriter()
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
    return writer.takeBytes()
  }

  @inline(__always)
  private func write(_ violated: UInt16, _ undetermined: UInt16, _ end: inout UnsafeMutablePointer<UInt8>) {
    end.put(UInt(violated))
    write(.undetermined, &end)
    end.put(UInt(undetermined))
    write(.verdicts, &end)
  }
}
