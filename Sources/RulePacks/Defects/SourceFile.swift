import JSON

/// One file of a pack with its text, its tree and its lines.
final class SourceFile {
  /// Path within the rules folder.
  let path: Text
  let bytes: [UInt8]
  /// First bytes of the lines; computed when the first place is asked for.
  private lazy var lineStarts: [Int] = {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    return starts
  }()

  init(path: Text, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The place of a range of bytes, cut at the end of the line in which it begins.
  ///
  /// O(log lines) plus the length of the line.
  func place(_ range: Range<Int>) -> PackDefect.Place {
    let start = min(max(range.lowerBound, 0), bytes.count)
    let line = lineIndex(of: start)
    let lineStart = lineStarts[line]
    let lineEnd = endOfLine(line)
    let end = min(max(range.upperBound, start), max(lineEnd, start))
    return PackDefect.Place(
      file: path, line: line + 1, column: characters(lineStart..<start) + 1,
      length: max(1, characters(start..<end)), byte: start, sourceLine: excerpt(lineStart..<lineEnd))
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func endOfLine(_ line: Int) -> Int {
    guard line + 1 < lineStarts.count else { return bytes.count }
    let end = lineStarts[line + 1] - 1
    return end > lineStarts[line] && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
  }

  private func characters(_ range: Range<Int>) -> Int {
    bytes[range].count { $0 & 0xC0 != 0x80 }
  }

  private func excerpt(_ range: Range<Int>) -> Text {
    var count = 0
    let end = range.first { offset in
      if bytes[offset] & 0xC0 != 0x80 { count += 1 }
      return count > 500
    }
    return Text(utf8: bytes[range.lowerBound..<(end ?? range.upperBound)])
  }
}
