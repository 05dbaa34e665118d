import Evaluator
import JSON
import Populations
import Records
import Reports

/// A part that was read once and found whole; its lines are read again and again.
struct PartFile {
  let name: Text
  let header: PartHeader
  private let source: RecordSource
  private(set) var items: [StateArchive.Item] = []
  /// Of records that are not kept.
  private(set) var counts: [Int] = []
  private(set) var hasFailed = false

  /// - Throws: `SourceError` and `PartError`.
  init(_ path: String) throws {
    name = Text(path)
    source = RecordSource(path)
    var lines = try RecordLines(source)
    var checksum = Checksum()
    func next() throws -> [UInt8]? { try lines.next()?.bytes }
    func passed(_ bytes: [UInt8]) { checksum.add(bytes + [UInt8(ascii: "\n")]) }
    guard let first = try next(), let node = try? JSONDocument.parse(first).root else {
      throw PartError(name, .notAPart)
    }
    passed(first)
    // Tells a file that is no part before it is called damaged.
    _ = try PartHeader(node, pack: [], in: name)
    guard let pack = try next() else { throw PartError(name, .damaged) }
    passed(pack)
    header = try PartHeader(node, pack: pack, in: name)
    var isWhole = false
    while let line = try next() {
      guard !isWhole, let node = try? JSONDocument.parse(line).root else { throw PartError(name, .damaged) }
      if let sum = node["sum"]?.text {
        isWhole = sum == checksum.text
        guard isWhole else { throw PartError(name, .damaged) }
      } else {
        passed(line)
        try take(node)
      }
    }
    guard isWhole else { throw PartError(name, .damaged) }
  }

  private mutating func take(_ node: JSONNode) throws {
    if let state = node["state"] {
      for item in state.elements {
        if let number = item.int64 {
          items.append(.int(number))
        } else if let text = item.text {
          items.append(.text(text))
        } else {
          throw PartError(name, .damaged)
        }
      }
    } else if let counts = node["counts"] {
      self.counts = counts.elements.compactMap { $0.int64.flatMap { Int(exactly: $0) } }
      hasFailed = node["failed"]?.bool ?? false
    } else if PartLine(node) == nil {
      throw PartError(name, .damaged)
    }
  }

  /// - Throws: `SourceError`.
  func lines() throws -> PartLines { PartLines(try RecordLines(source)) }

  /// - Throws: `PartError` where the state does not fit the pack.
  func state(_ evaluator: PackEvaluator) throws -> PopulationState {
    var state = PopulationState(evaluator)
    var archive = StateArchive(reading: items)
    state.code(&archive)
    guard archive.isExhausted else { throw PartError(name, .damaged) }
    return state
  }
}

/// The lines of a slice as its part keeps them.
struct PartLines {
  private var lines: RecordLines

  init(_ lines: RecordLines) { self.lines = lines }

  /// - Throws: `SourceError`.
  mutating func next() throws -> PartLine? {
    while let line = try lines.next() {
      guard line.line > 2, let node = try? JSONDocument.parse(line.bytes).root else { continue }
      if let part = PartLine(node) { return part }
    }
    return nil
  }
}
