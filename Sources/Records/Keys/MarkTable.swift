import Platform

/// Where a mark was met first: marks in memory while they are few, the others sorted in a temporary file that nobody else
/// can open.
///
/// Memory: at most `limit` marks, and sixteen bytes for every block of the file.
final class MarkTable {
  private struct Entry: BitwiseCopyable {
    let mark: Mark
    let source: Int
    let line: Int

    var place: SeenKeys.Place { SeenKeys.Place(source: source, line: line) }
  }

  struct Mark: Hashable, Comparable, BitwiseCopyable {
    let high: UInt64
    let low: UInt64

    static func < (left: Mark, right: Mark) -> Bool {
      left.high == right.high ? left.low < right.low : left.high < right.high
    }
  }

  private var recent: [Mark: SeenKeys.Place] = [:]
  private var limit: Int
  private var file: UnsafeMutablePointer<FILE>?
  private var count = 0
  /// The first mark of each block of the file.
  private var firsts: [Mark] = []
  private var block = [Entry](
    repeating: Entry(mark: Mark(high: 0, low: 0), source: 0, line: 0), count: MarkTable.blockSize)

  /// Entries of a block: four kilobytes.
  private static let blockSize = 128

  init(limit: Int = 1 << 17) { self.limit = limit }

  deinit {
    if let file { fclose(file) }
  }

  /// The place that a mark has already; else it has this one from now on.
  func insert(_ mark: Mark, _ place: SeenKeys.Place) -> SeenKeys.Place? {
    if let first = recent[mark] { return first }
    if let first = onFile(mark) { return first }
    recent[mark] = place
    // Without a temporary file the marks stay in memory.
    if recent.count >= limit, !spill() { limit = .max }
    return nil
  }

  private func onFile(_ mark: Mark) -> SeenKeys.Place? {
    guard let file, let number = lastIndex(in: firsts.count, notAbove: mark, { firsts[$0] }) else {
      return nil
    }
    let first = number * Self.blockSize
    let size = min(Self.blockSize, count - first)
    let bytes = size * MemoryLayout<Entry>.stride
    let got = block.withUnsafeMutableBytes { buffer in
      pread(fileno(file), buffer.baseAddress, bytes, off_t(first * MemoryLayout<Entry>.stride))
    }
    guard got == bytes, let place = lastIndex(in: size, notAbove: mark, { block[$0].mark }),
      block[place].mark == mark
    else { return nil }
    return block[place].place
  }

  private func lastIndex(in count: Int, notAbove mark: Mark, _ at: (Int) -> Mark) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if mark < at(middle) { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? nil : low - 1
  }

  /// Merges the marks in memory into the file; false where that fails, and then nothing has changed.
  private func spill() -> Bool {
    guard let merged = tmpfile() else { return false }
    let added = recent.map { Entry(mark: $0.key, source: $0.value.source, line: $0.value.line) }
      .sorted { $0.mark < $1.mark }
    var writer = EntryWriter(merged)
    var next = 0
    if let file { rewind(file) }
    var rest = count
    while rest > 0, let file {
      let wanted = min(rest, block.count)
      let got = block.withUnsafeMutableBytes {
        fread($0.baseAddress, MemoryLayout<Entry>.stride, wanted, file)
      }
      guard got == wanted else { break }
      for entry in block[..<got] {
        while next < added.count, added[next].mark < entry.mark {
          writer.write(added[next])
          next += 1
        }
        writer.write(entry)
      }
      rest -= got
    }
    for entry in added[next...] { writer.write(entry) }
    guard rest == 0, writer.finish() else {
      fclose(merged)
      return false
    }
    if let file { fclose(file) }
    (file, count, firsts) = (merged, writer.count, writer.firsts)
    recent.removeAll(keepingCapacity: true)
    return true
  }

  /// Writes entries in order.
  private struct EntryWriter {
    private let file: UnsafeMutablePointer<FILE>
    private var piece: [Entry] = []
    private var isSound = true
    private(set) var count = 0
    private(set) var firsts: [Mark] = []

    init(_ file: UnsafeMutablePointer<FILE>) { self.file = file }

    mutating func write(_ entry: Entry) {
      if count % MarkTable.blockSize == 0 { firsts.append(entry.mark) }
      count += 1
      piece.append(entry)
      if piece.count == MarkTable.blockSize { flush() }
    }

    private mutating func flush() {
      let written = piece.withUnsafeBufferPointer {
        fwrite($0.baseAddress, MemoryLayout<Entry>.stride, $0.count, file)
      }
      isSound = isSound && written == piece.count
      piece.removeAll(keepingCapacity: true)
    }

    mutating func finish() -> Bool {
      if !piece.isEmpty { flush() }
      return fflush(file) == 0 && isSound
    }
  }
}
