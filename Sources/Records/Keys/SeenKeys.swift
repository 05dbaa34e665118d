/// The keys of all records so far, so that one that stands twice is found.
///
/// As long as each key is greater than the one before, as in an export ordered by key, only marks are kept aside, in a
/// temporary file once they are many, and nothing is looked up. From the first key that is not, a table of marks answers,
/// most of it in a temporary file, too.
public final class SeenKeys {
  private var isAscending = true
  private var last: [UInt8] = []
  private var log: MarkLog? = MarkLog()
  private let table: MarkTable

  /// Where a record stands.
  public struct Place: Sendable, Hashable {
    public let source: Int
    public let line: Int
  }

  public convenience init() { self.init(MarkTable()) }

  init(_ table: MarkTable) { self.table = table }

  /// Adds the keys of a batch, in order.
  ///
  /// - Returns: for each key that has been seen before, its place in the batch and where it stood first.
  public func add(_ keys: BatchKeys, source: Int, firstLine: Int) -> [(index: Int, first: Place)] {
    guard !keys.marks.isEmpty else { return [] }
    if isAscending {
      if keys.isAscending, last.isEmpty || last.lexicographicallyPrecedes(keys.first) {
        last = keys.last
        log?.append(keys.marks, source: source, firstLine: firstLine)
        return []
      }
      isAscending = false
      log?.replay { high, low, source, line in
        _ = table.insert(MarkTable.Mark(high: high, low: low), Place(source: source, line: line))
      }
      log = nil
    }
    var repeated: [(index: Int, first: Place)] = []
    for (index, mark) in keys.marks.enumerated() {
      let place = Place(source: source, line: firstLine + mark.line)
      if let first = table.insert(MarkTable.Mark(high: mark.high, low: mark.low), place) {
        repeated.append((index, first))
      }
    }
    return repeated
  }
}
