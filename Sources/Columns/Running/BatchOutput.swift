import Records

/// What comes of one chunk of records.
public struct BatchOutput: Sendable {
  /// The lines of the records that were judged.
  public var lines: [UInt8] = []
  /// By judged record: where its line ends in `lines`, and its bytes in the chunk.
  var lineEnds: [Int] = []
  var spans: [Range<Int>] = []
  public var keys = BatchKeys()
  /// Records that must be read once more to tell why they are rejected, by the judged records before them.
  var rejected: [(judged: Int, span: Range<Int>, line: Int)] = []
  /// Line feeds of the chunk.
  public var lineFeeds = 0
  public var records = 0
  /// By `Outcome.rawValue`.
  public var outcomes: [Int]
  /// By award of the pack, then `Verdict.Standing.rawValue`.
  public var verdicts: [[Int]]
  /// True where a finding counts as a failure.
  public var hasFailure = false

  /// Makes room for about as much as came of the chunk before.
  mutating func reserve(bytes: Int, records: Int) {
    lines.reserveCapacity(bytes + bytes / 8)
    lineEnds.reserveCapacity(records + records / 8)
    spans.reserveCapacity(records + records / 8)
  }

  init(awards: Int) {
    outcomes = [Int](repeating: 0, count: 5)
    verdicts = Array(repeating: [Int](repeating: 0, count: 4), count: awards)
  }
}
