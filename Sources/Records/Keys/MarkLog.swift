import Platform

/// Marks in order of arrival: in memory while they are few, then in a temporary file that nobody else can open.
final class MarkLog {
  private struct Entry: BitwiseCopyable {
    let high: UInt64
    let low: UInt64
    let source: Int
    let line: Int
  }

  private var entries: [Entry] = []
  private var file: UnsafeMutablePointer<FILE>?
  private var written = 0
  /// Marks in memory: half a megabyte.
  private static let limit = 1 << 14

  deinit {
    if let file { fclose(file) }
  }

  /// - Parameter firstLine: on which the batch of the marks begins.
  func append(_ marks: [KeyMark], source: Int, firstLine: Int) {
    // Taken out for as long as it is written to, so that nothing asks whether it may.
    var entries: [Entry] = []
    swap(&entries, &self.entries)
    for mark in marks {
      entries.append(Entry(high: mark.high, low: mark.low, source: source, line: firstLine + mark.line))
    }
    swap(&entries, &self.entries)
    if self.entries.count >= Self.limit { spill() }
  }

  /// Without a temporary file the marks stay in memory.
  private func spill() {
    if file == nil { file = tmpfile() }
    guard let file else { return }
    let count = entries.withUnsafeBufferPointer {
      fwrite($0.baseAddress, MemoryLayout<Entry>.stride, $0.count, file)
    }
    written += count
    entries.removeFirst(count)
  }

  /// Hands over all marks, the first first.
  func replay(_ body: (UInt64, UInt64, Int, Int) -> Void) {
    if let file {
      rewind(file)
      var piece = [Entry](repeating: Entry(high: 0, low: 0, source: 0, line: 0), count: 4096)
      while written > 0 {
        let wanted = min(written, piece.count)
        let got = piece.withUnsafeMutableBufferPointer {
          fread($0.baseAddress, MemoryLayout<Entry>.stride, wanted, file)
        }
        guard got > 0 else { break }
        for entry in piece[..<got] { body(entry.high, entry.low, entry.source, entry.line) }
        written -= got
      }
    }
    for entry in entries { body(entry.high, entry.low, entry.source, entry.line) }
  }
}
