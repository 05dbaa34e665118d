import CEL
import Evaluator
import Populations
import Records

/// What comes of one chunk of records.
public struct BatchOutput {
  /// The lines of the records that were judged.
  public var lines: [UInt8] = []
  /// By record of a sound shape: where its line ends in `lines`, and its bytes in the chunk.
  var lineEnds: [Int] = []
  var spans: [Range<Int>] = []
  public var keys = BatchKeys()
  /// Records that must be read once more to tell why they are rejected, by the records of a sound shape before them.
  var rejected: [Rejected] = []
  /// Line feeds of the chunk.
  public var lineFeeds = 0
  public var records = 0
  /// By `Outcome.rawValue`.
  public var outcomes: [Int]
  /// By award of the pack, then `Verdict.Standing.rawValue`.
  public var verdicts: [[Int]]
  /// True where a finding counts as a failure.
  public var hasFailure = false
  /// Records that others lead to, by their place among those of a sound shape.
  var related: [(index: Int, record: RecordValue)] = []
  /// What is kept of the records of the chunk.
  var state: PopulationState?
  var firstOrdinal = 0

  struct Rejected {
    var judged: Int
    var span: Range<Int>
    var line: Int
    /// True for a record of a sound shape, which is the one at `judged`.
    var isSound: Bool
  }

  init(awards: Int) {
    outcomes = [Int](repeating: 0, count: 5)
    verdicts = Array(repeating: [Int](repeating: 0, count: 4), count: awards)
  }

  /// Makes room for about as much as came of the chunk before.
  mutating func reserve(bytes: Int, records: Int) {
    lines.reserveCapacity(bytes + bytes / 8)
    lineEnds.reserveCapacity(records + records / 8)
    spans.reserveCapacity(records + records / 8)
  }

  /// What tells the next record from all others, in order of input.
  var ordinal: Int { firstOrdinal + lineEnds.count }

  mutating func reject(_ item: ChunkWorker.Item) {
    rejected.append(
      Rejected(judged: lineEnds.count, span: item.span, line: item.line, isSound: false))
  }

  /// A record of a sound shape that is not judged.
  mutating func refuse(_ item: ChunkWorker.Item) {
    rejected.append(Rejected(judged: lineEnds.count, span: item.span, line: item.line, isSound: true))
  }

  /// Ends a record of a sound shape.
  mutating func finish(_ item: ChunkWorker.Item, _ key: [UInt8]) {
    lineEnds.append(lines.count)
    spans.append(item.span)
    key.withUnsafeBufferPointer { keys.append($0, line: item.line) }
  }
}
