import JSON
import Records

/// Reads a source of one record a line in chunks of whole lines.
final class LineReader {
  private let reader: ByteReader
  private let size: Int
  /// The beginning of a line whose end has not been read.
  private var rest: [UInt8] = []
  private var isAtEnd = false
  /// Why nothing more can be read; told once the lines before it are handed out.
  private var failure: SourceError?
  private var chunks = 0
  private let limits: JSONLimits
  /// The line on which the next chunk begins; nil where lines are not counted.
  private var line: Int?

  /// - Parameters:
  ///   - size: bytes of a chunk; a longer line makes it larger.
  ///   - countsLines: true tells each chunk on which line it begins.
  init(_ reader: ByteReader, size: Int, countsLines: Bool = false, limits: JSONLimits = .standard) {
    line = countsLines ? 1 : nil
    self.reader = reader
    self.size = size
    self.limits = limits
  }

  /// Fills a chunk with the next lines; false at the end.
  ///
  /// A line beyond the limit of its length is cut: what is left of it is still too long for any reader.
  ///
  /// - Throws: what keeps it from reading on, but not before the whole lines in front of that have been handed out.
  func fill(_ chunk: LineChunk) throws(SourceError) -> Bool {
    if let failure { throw failure }
    chunk.count = 0
    chunk.reserve(max(size, 2 * rest.count))
    append(rest, to: chunk)
    rest.removeAll(keepingCapacity: true)
    var lines = 0
    while true {
      readOn(chunk)
      lines = lastLine(chunk)
      if lines > 0 || isAtEnd { break }
      if let failure { throw failure }
      if chunk.count > limits.length + 1 {
        try skipLine()
        lines = chunk.count
        break
      }
      chunk.reserve(2 * chunk.capacity)
    }
    if isAtEnd { lines = chunk.count }
    rest.append(contentsOf: UnsafeBufferPointer(start: chunk.memory + lines, count: chunk.count - lines))
    chunk.count = lines
    chunk.number = chunks
    chunks += 1
    chunk.seal()
    if let line {
      chunk.firstLine = line
      self.line = line + chunk.lineFeeds
    }
    return lines > 0
  }

  private func append(_ bytes: [UInt8], to chunk: LineChunk) {
    bytes.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress {
        (chunk.memory + chunk.count).update(from: start, count: bytes.count)
      }
    }
    chunk.count += bytes.count
  }

  /// Reads until a chunk is full or nothing more can be read.
  private func readOn(_ chunk: LineChunk) {
    do throws(SourceError) {
      while !isAtEnd, failure == nil, chunk.count < chunk.capacity { try read(into: chunk) }
    } catch {
      failure = error
    }
  }

  private func read(into chunk: LineChunk) throws(SourceError) {
    let got = try reader.read(into: chunk.memory + chunk.count, chunk.capacity - chunk.count)
    if got == 0 { isAtEnd = true }
    chunk.count += got
  }

  /// Where the last whole line ends.
  private func lastLine(_ chunk: LineChunk) -> Int {
    var end = chunk.count
    while end > 0, chunk.memory[end - 1] != UInt8(ascii: "\n") { end -= 1 }
    return end
  }

  /// Passes the rest of a line that is too long.
  private func skipLine() throws(SourceError) {
    let piece = LineChunk(capacity: 1 << 20)
    while !isAtEnd {
      piece.count = 0
      try read(into: piece)
      for place in 0..<piece.count where piece.memory[place] == UInt8(ascii: "\n") {
        rest.append(contentsOf: UnsafeBufferPointer(start: piece.memory + place, count: piece.count - place))
        return
      }
    }
  }
}
