import Evaluator
import JSON
import Populations
import Reports

/// Writes a part: header, pack, lines, state, counts, and a sum over all of it.
struct PartWriter {
  private let target: OutputTarget
  private var pending: [UInt8] = []
  private var checksum = Checksum()

  /// - Throws: `OutputError`.
  init(_ target: OutputTarget, _ header: PartHeader) throws {
    self.target = target
    try line { header.write(&$0) }
    try append(header.pack + [UInt8(ascii: "\n")])
  }

  mutating func add(_ part: PartLine) throws { try line { part.write(&$0) } }

  /// The last of a part.
  ///
  /// - Parameters:
  ///   - summary: of records that are not kept.
  ///   - hasFailed: whether one of them failed.
  mutating func finish(_ state: PopulationState, _ summary: ReportSummary, hasFailed: Bool) throws {
    var archive = StateArchive()
    var state = state
    state.code(&archive)
    for start in stride(from: 0, to: archive.items.count, by: Self.itemsPerLine) {
      let items = archive.items[start..<min(start + Self.itemsPerLine, archive.items.count)]
      try line { writer in
        writer.beginObject()
        writer.key("state")
        writer.beginArray()
        for item in items {
          switch item {
          case .int(let number): writer.int(number)
          case .text(let text): writer.string(text)
          }
        }
        writer.endArray()
        writer.endObject()
      }
    }
    try line { writer in
      writer.beginObject()
      writer.key("counts")
      writer.beginArray()
      for count in summary.counts { writer.int(Int64(count)) }
      writer.endArray()
      writer.key("failed")
      writer.bool(hasFailed)
      writer.endObject()
    }
    let sum = checksum.text
    try line { writer in
      writer.beginObject()
      writer.key("sum")
      writer.string(sum)
      writer.endObject()
    }
    try target.write(pending)
    try target.finish()
  }

  private static let itemsPerLine = 4096
  /// Output is handed on in pieces of about this many bytes.
  private static let pieceSize = 1 << 16

  private mutating func line(_ write: (inout JSONWriter) -> Void) throws {
    var writer = JSONWriter()
    write(&writer)
    try append(writer.takeBytes() + [UInt8(ascii: "\n")])
  }

  private mutating func append(_ bytes: [UInt8]) throws {
    checksum.add(bytes)
    pending += bytes
    guard pending.count >= Self.pieceSize else { return }
    try target.write(pending)
    pending.removeAll(keepingCapacity: true)
  }
}

extension ReportSummary {
  /// In a row, as parts have it.
  var counts: [Int] { [records] + findings + verdicts.joined() }

  /// Adds what `counts` of another one were; false where they do not fit.
  mutating func add(counts: [Int]) -> Bool {
    guard counts.count == self.counts.count else { return false }
    records += counts[0]
    var place = 1
    for outcome in findings.indices {
      findings[outcome] += counts[place]
      place += 1
    }
    for award in verdicts.indices {
      for standing in verdicts[award].indices {
        verdicts[award][standing] += counts[place]
        place += 1
      }
    }
    return true
  }
}
