/// A space that no list of the records has: filled from others for each batch.
final class MadeSpans {
  private let space: Int
  private let form: SpaceForm
  /// Spaces from the one with the rows of the parent to the outer rows, outermost first; empty where they are the same.
  private let chain: [Int]
  /// The rows that the inner list belongs to.
  private let around: Int
  private var memory = Memory()

  /// Pairs of one row that the interpreter could also go through, and of one batch.
  private static let mostPairs = 4096
  /// Rows that fit at first.
  static let firstCapacity = 64
  private static let mostRows = 1 << 16

  /// Nil for a space that is read.
  init?(_ space: Int, _ plan: RecordPlan) {
    self.space = space
    form = plan.spaces[space].form
    switch form {
    case .records, .items: return nil
    case .flattened(let outer, _):
      around = plan.spaces[outer].parent
      chain = []
    case .pairs(let outer, let inner):
      around = plan.spaces[inner].parent
      var chain: [Int] = []
      var level = outer
      while level != around {
        chain.insert(level, at: 0)
        level = plan.spaces[level].parent
      }
      self.chain = chain
    }
  }

  /// Fills the spans of the space; true where more rows fit than before.
  func fill(
    _ spans: UnsafeMutablePointer<ItemSpans>, _ rowCounts: UnsafeMutablePointer<Int>
  ) -> Bool {
    switch form {
    case .records, .items: return false
    case .flattened(let outer, let inner):
      rowCounts[space] = rowCounts[inner]
      let rows = rowCounts[around]
      memory.reserve(parents: rows, rows: 0)
      for row in 0..<rows {
        let (first, end) = spans[outer].range(row, row + 1)
        let (start, stop) = spans[inner].range(first, end)
        memory.starts[row] = Int32(truncatingIfNeeded: start)
        memory.ends[row] = Int32(truncatingIfNeeded: stop)
      }
      spans[space] = memory.spans
      spans[space].given = spans[outer].given
      spans[space].excess = nil
      return false
    case .pairs(let outer, let inner):
      let capacity = memory.rowCapacity
      rowCounts[space] = pair(rowCounts[outer], inner, spans, rowCounts[around])
      spans[space] = memory.spans
      return memory.rowCapacity > capacity
    }
  }

  /// The number of pairs.
  private func pair(
    _ outerRows: Int, _ inner: Int, _ spans: UnsafeMutablePointer<ItemSpans>, _ rows: Int
  ) -> Int {
    memory.reserve(parents: outerRows, rows: 64)
    memory.excess.update(repeating: 0, count: (outerRows + 63) / 64)
    var count = 0
    for row in 0..<rows {
      var (first, end) = (row, row + 1)
      for level in chain { (first, end) = spans[level].range(first, end) }
      guard first < end else { continue }
      let (start, stop) = spans[inner].range(row, row + 1)
      let (pairs, isTooMuch) = (end - first).multipliedReportingOverflow(by: stop - start)
      let isExcess = isTooMuch || pairs > Self.mostPairs || count + pairs > Self.mostRows
      if !isExcess { memory.reserve(parents: outerRows, rows: count + pairs) }
      for item in first..<end {
        memory.starts[item] = Int32(truncatingIfNeeded: count)
        if isExcess {
          memory.excess.setBit(item)
        } else {
          for other in start..<stop {
            memory.sources[count] = Int32(truncatingIfNeeded: other)
            count += 1
          }
        }
        memory.ends[item] = Int32(truncatingIfNeeded: count)
      }
    }
    return count
  }

  /// Flat memory that grows.
  private struct Memory: ~Copyable {
    var starts: UnsafeMutablePointer<Int32> = .allocate(capacity: 64)
    var ends: UnsafeMutablePointer<Int32> = .allocate(capacity: 64)
    var excess: UnsafeMutablePointer<UInt64> = .allocate(capacity: 1)
    var sources: UnsafeMutablePointer<Int32> = .allocate(capacity: 64)
    private var parentCapacity = 64
    private(set) var rowCapacity = MadeSpans.firstCapacity

    init() {
      starts.initialize(repeating: 0, count: 64)
      ends.initialize(repeating: 0, count: 64)
      excess.initialize(to: 0)
    }

    deinit {
      starts.deallocate()
      ends.deallocate()
      excess.deallocate()
      sources.deallocate()
    }

    var spans: ItemSpans {
      ItemSpans(
        starts: starts, ends: ends, given: nil, excess: excess, sources: sources, rowCapacity: rowCapacity)
    }

    mutating func reserve(parents: Int, rows: Int) {
      if parents > parentCapacity {
        let larger = (max(parents, 2 * parentCapacity) + 63) / 64 * 64
        starts = Self.larger(starts, 0, larger)
        ends = Self.larger(ends, 0, larger)
        excess = Self.larger(excess, 0, larger / 64)
        parentCapacity = larger
      }
      if rows > rowCapacity {
        let larger = (max(rows, 2 * rowCapacity) + 63) / 64 * 64
        sources = Self.larger(sources, rowCapacity, larger)
        rowCapacity = larger
      }
    }

    private static func larger<Element: FixedWidthInteger>(
      _ memory: UnsafeMutablePointer<Element>, _ kept: Int, _ capacity: Int
    ) -> UnsafeMutablePointer<Element> {
      let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
      larger.initialize(repeating: 0, count: capacity)
      larger.update(from: memory, count: kept)
      memory.deallocate()
      return larger
    }
  }
}
