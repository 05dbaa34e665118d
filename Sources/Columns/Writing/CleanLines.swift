import CEL
import Evaluator
import JSON

/// Writes the line of a record without violated findings whose verdicts need no grounds, as results have it where findings
/// are asked for.
struct CleanLines {
  /// Members that all lines have; by record type what stands between the key and the number of the line; by award, then
  /// standing with the mark of an unconfirmed fact, the whole object.
  private let pieces: PieceTable
  private let typeCount: Int

  private static let fixed = [
    #"{"record":"#, #"{"record":""#, "\"", #"},"findings":[],"verdicts":["#, "]}\n", ",",
  ]

  private enum Fixed: Int {
    case record, recordText, quote, findings, end, comma
  }

  /// - Parameter file: the source, as results name it.
  init(_ pack: CompiledPack, file: String) {
    let places = pack.recordTypes.map { type in
      var writer = JSONWriter()
      writer.string(type.name)
      var place = Array(#","type":"#.utf8) + writer.takeBytes() + #","at":{"file":"#.utf8
      var name = JSONWriter()
      name.string(Text(file))
      place += name.takeBytes() + #","line":"#.utf8
      return place
    }
    let verdicts = pack.awards.flatMap { award in
      (0..<16).map { VerdictLines.verdict(award.id, $0, hasGrounds: true) }
    }
    pieces = PieceTable(Self.fixed.map { Array($0.utf8) } + places + verdicts)
    typeCount = places.count
  }

  /// - Parameters:
  ///   - type: place of the record type in the pack.
  ///   - line: of the source, from 1.
  func write(_ batch: BatchEvaluator, _ row: Int, type: Int, line: Int, into output: LineBuffer) {
    let awards = batch.program.awards.count
    // Pieces, a number of at most twenty digits, and the key.
    let room = (awards + 4) * (pieces.longest + 1) + 20
    var end: UnsafeMutablePointer<UInt8>
    if let column = batch.program.plainKey {
      // What stands between the quotes needs no escape: it had none.
      let key = batch.text(column, row)
      end = output.end(room + key.count)
      write(.recordText, &end)
      if let start = key.baseAddress { end.put(start, key.count) }
      write(.quote, &end)
    } else {
      let key = VerdictLines.key(batch.keyValues(row), batch.program.type.key)
      end = output.end(room + key.count)
      write(.record, &end)
      end.put(key)
    }
    pieces.write(Self.fixed.count + type, &end)
    end.put(UInt(line))
    write(.findings, &end)
    for place in 0..<awards {
      if place > 0 { write(.comma, &end) }
      let verdict = 16 * batch.awardPlaces[place] + Int(batch.standings(place)[row])
      pieces.write(Self.fixed.count + typeCount + verdict, &end)
    }
    write(.end, &end)
    output.close(end)
  }

  @inline(__always)
  private func write(_ piece: Fixed, _ end: inout UnsafeMutablePointer<UInt8>) {
    pieces.write(piece.rawValue, &end)
  }
}
