import CEL
import Evaluator
import JSON

/// Writes the line of a record without violated findings whose verdicts need no grounds, as results have it where findings
/// are asked for.
struct CleanLines {
  /// By record type: what stands between the key and the number of the line.
  private let places: [[UInt8]]
  /// By award of the pack, then standing with the mark of an unconfirmed fact.
  private let verdicts: [[UInt8]]

  private static let record = Array(#"{"record":"#.utf8)
  private static let findings = Array(#"},"findings":[],"verdicts":["#.utf8)
  private static let end = Array("]}\n".utf8)

  /// - Parameter file: the source, as results name it.
  init(_ pack: CompiledPack, file: String) {
    verdicts = pack.awards.flatMap { award in
      (0..<16).map { VerdictLines.verdict(award.id, $0, hasGrounds: true) }
    }
    places = pack.recordTypes.map { type in
      var writer = JSONWriter()
      writer.string(type.name)
      var place = Array(#","type":"#.utf8) + writer.takeBytes() + #","at":{"file":"#.utf8
      var name = JSONWriter()
      name.string(Text(file))
      place += name.takeBytes() + #","line":"#.utf8
      return place
    }
  }

  /// - Parameters:
  ///   - type: place of the record type in the pack.
  ///   - line: of the source, from 1.
  func write(_ batch: BatchEvaluator, _ row: Int, type: Int, line: Int, into output: LineBuffer) {
    output.append(Self.record)
    if let column = batch.program.plainKey {
      // With the quotes around it; it needs no escape, since it had none.
      let key = batch.text(column, row)
      output.append(UnsafeBufferPointer(start: key.baseAddress.map { $0 - 1 }, count: key.count + 2))
    } else {
      output.append(VerdictLines.key(batch.keyValues(row), batch.program.type.key))
    }
    output.append(places[type])
    output.append(Array("\(line)".utf8))
    output.append(Self.findings)
    for place in batch.program.awards.indices {
      if place > 0 { output.append([UInt8(ascii: ",")]) }
      output.append(verdicts[16 * batch.awardPlaces[place] + Int(batch.standings(place)[row])])
    }
    output.append(Self.end)
  }
}
