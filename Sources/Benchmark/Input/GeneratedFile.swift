import Foundation
import JSON
import Records

/// A temporary NDJSON file of generated records, and its first lines in memory.
final class GeneratedFile {
  /// Lines kept in memory for the stages that read nothing from disk.
  static let keptLines = 2_000

  let source: RecordSource
  let byteCount: Int
  let lines: [[UInt8]]
  private let url: URL

  init(_ generator: RecordGenerator, records: Int) throws {
    var generator = generator
    url = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(UUID().uuidString).ndjson")
    source = RecordSource(url.path)
    try Data().write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    defer { try? handle.close() }
    var lines: [[UInt8]] = []
    var byteCount = 0
    var pending: [UInt8] = []
    for number in 1...records {
      var line: [UInt8] = []
      generator.record(number, into: &line)
      byteCount += line.count
      pending += line
      if lines.count < Self.keptLines { lines.append(line) }
      if pending.count > 1 << 20 || number == records {
        try handle.write(contentsOf: Data(pending))
        pending.removeAll(keepingCapacity: true)
      }
    }
    self.lines = lines
    self.byteCount = byteCount
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
