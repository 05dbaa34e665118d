/// Which rows of a space belong to each row of its parent: the first and the one behind the last.
struct ItemSpans {
  var starts: UnsafeMutablePointer<Int32>?
  var ends: UnsafeMutablePointer<Int32>?
  /// Rows of the parent that have a list at all; nil for all of them.
  var given: UnsafeMutablePointer<UInt64>?
  /// Rows of the parent whose items are too many, for the interpreter to tell; nil for none.
  var excess: UnsafeMutablePointer<UInt64>?
  /// Of pairs: the row of the second list.
  var sources: UnsafeMutablePointer<Int32>?
  /// Of pairs: rows that fit.
  var rowCapacity = 0

  /// The rows that belong to some rows that lie side by side.
  @inline(__always)
  func range(_ first: Int, _ end: Int) -> (Int, Int) {
    guard let starts, let ends else { return (0, 0) }
    var (start, stop) = (0, 0)
    for row in first..<end where given?.bit(row) ?? true {
      if start == stop { start = Int(starts[row]) }
      stop = max(stop, Int(ends[row]))
    }
    return (start, stop)
  }

  /// The rows that belong to one row, whose list is given.
  @inline(__always)
  func items(_ row: Int) -> (Int, Int) {
    guard let starts, let ends else { return (0, 0) }
    return (Int(starts[row]), Int(ends[row]))
  }
}
