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
        for mark in keys.marks { log?.append(mark, source: source, line: firstLine + mark.line) }
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

/// The keys of one batch of records, in order.
public struct BatchKeys: Sendable {
  public private(set) var marks: [KeyMark] = []
  /// True where each key is greater than the one before.
  var isAscending = true
  var first: [UInt8] = []
  var last: [UInt8] = []

  public init() {}

  /// The bytes of one key and no other.
  public init(_ key: [UInt8], line: Int) {
    key.withUnsafeBufferPointer { append($0, line: line) }
  }

  public mutating func append(_ key: UnsafeBufferPointer<UInt8>, line: Int) {
    marks.append(KeyMark(key, line: line))
    if marks.count == 1 {
      first = Array(key)
    } else if isAscending {
      isAscending = last.withUnsafeBufferPointer { Self.precedes($0, key) }
    }
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: key)
  }

  private static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    let common = min(left.count, right.count)
    var place = 0
    while place < common {
      if left[place] != right[place] { return left[place] < right[place] }
      place &+= 1
    }
    return left.count < right.count
  }
}
