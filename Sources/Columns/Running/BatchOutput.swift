import CEL
import Evaluator
import Populations
import Records

/// What comes of one chunk of records.
public struct BatchOutput {
  /// The lines of the records that were judged.
  let lines: LineBuffer
  /// The records of a sound shape, in order.
  private(set) var sound: [SoundRecord] = []
  public private(set) var keys = BatchKeys()
  /// Records that must be read once more to tell why they are rejected, by the records of a sound shape before them.
  private(set) var rejected: [Rejected] = []
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

  /// Where a record stands in the chunk, and where its line ends among those that are written.
  struct SoundRecord: BitwiseCopyable {
    let start: Int
    let end: Int
    let lineEnd: Int

    var span: Range<Int> { start..<end }
  }

  struct Rejected {
    var judged: Int
    var span: Range<Int>
    var line: Int
    /// True for a record of a sound shape, which is the one at `judged`.
    var isSound: Bool
  }

  /// - Parameter lines: takes the lines.
  init(awards: Int, _ lines: LineBuffer) {
    self.lines = lines
    outcomes = [Int](repeating: 0, count: Outcome.allCases.count)
    verdicts = Array(
      repeating: [Int](repeating: 0, count: Verdict.Standing.allCases.count), count: awards)
  }

  /// Makes room for about as many records as the chunk before had.
  mutating func reserve(_ records: Int) {
    sound.reserveCapacity(records + records / 8)
    keys.reserve(records + records / 8)
  }

  /// What tells the next record from all others, in order of input.
  var ordinal: Int { firstOrdinal + sound.count }

  mutating func reject(_ item: ChunkItem) {
    rejected.append(Rejected(judged: sound.count, span: item.span, line: item.line, isSound: false))
  }

  /// A record of a sound shape that is not judged.
  mutating func refuse(_ item: ChunkItem) {
    rejected.append(Rejected(judged: sound.count, span: item.span, line: item.line, isSound: true))
  }

  /// Ends a record of a sound shape.
  @inline(__always)
  mutating func finish(_ item: ChunkItem, _ key: UnsafeBufferPointer<UInt8>) {
    sound.append(SoundRecord(start: item.start, end: item.end, lineEnd: lines.count))
    keys.append(key, line: item.line)
  }
}
