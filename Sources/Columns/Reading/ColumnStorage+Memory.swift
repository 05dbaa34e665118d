/// Memory.
extension ColumnStorage {
  func makeColumn(_ plan: RecordPlan.ColumnPlan, isRead: Bool) -> Column {
    let capacity = capacities[plan.space]
    let known = Self.words(capacity)
    let isText = plan.hasCodes || !isRead
    var column = Column(
      values: .allocate(capacity: capacity), known: known,
      truth: plan.form == .boolean || !isRead ? Self.words(capacity) : known,
      codes: UnsafeMutablePointer(bitPattern: 8) ?? .allocate(capacity: 1))
    if isText { column.codes = .allocate(capacity: capacity) }
    column.space = plan.space
    column.isRead = isRead
    // Whatever places a number has, it goes by the short way.
    if !isRead { column.scale = 9 }
    return column
  }

  func release(_ column: Column) {
    column.values.deallocate()
    if column.truth != column.known { column.truth.deallocate() }
    column.known.deallocate()
    if column.codes != UnsafeMutablePointer(bitPattern: 8) { column.codes.deallocate() }
  }

  private static func words(_ capacity: Int) -> UnsafeMutablePointer<UInt64> {
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity / 64)
    words.initialize(repeating: 0, count: capacity / 64)
    return words
  }

  /// Doubles the rows of a list's items.
  func grow(_ space: Int) {
    let old = capacities[space]
    let new = 2 * old
    capacities[space] = new
    growths += 1
    for place in 0..<columnCount where columns[place].space == space {
      let column = columns[place]
      columns[place].values = Self.larger(column.values, old, new, filled: nil)
      columns[place].known = Self.larger(column.known, old / 64, new / 64, filled: 0)
      columns[place].truth =
        column.truth == column.known
        ? columns[place].known : Self.larger(column.truth, old / 64, new / 64, filled: 0)
      if column.codes != UnsafeMutablePointer(bitPattern: 8) {
        columns[place].codes = Self.larger(column.codes, old, new, filled: nil)
      }
    }
    for place in 0..<listCount {
      if lists[place].isRead, lists[place].space == space { lists[place].capacity = new }
      if lists[place].isRead, lists[place].parent == space {
        lists[place].starts = Self.larger(lists[place].starts, old, new, filled: 0)
        lists[place].ends = Self.larger(lists[place].ends, old, new, filled: 0)
      }
    }
  }

  private static func larger<Element: BitwiseCopyable>(
    _ memory: UnsafeMutablePointer<Element>, _ old: Int, _ new: Int, filled: Element?
  ) -> UnsafeMutablePointer<Element> {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: new)
    larger.update(from: memory, count: old)
    if let filled { (larger + old).initialize(repeating: filled, count: new - old) }
    memory.deallocate()
    return larger
  }

  /// The rows of a space.
  func rowCount(of space: Int) -> Int {
    listOfSpace[space].map { lists[$0].count } ?? rows
  }

  func capacity(of space: Int) -> Int { capacities[space] }
}
