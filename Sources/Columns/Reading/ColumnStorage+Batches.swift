/// One batch after the other.
extension ColumnStorage {
  /// Forgets the records of the batch before.
  func clear() {
    for place in 0..<columnCount {
      let words = (rowCount(of: columns[place].space) + 64) / 64
      clear(place, from: 0, words: min(words, capacities[columns[place].space] / 64))
    }
    for place in 0..<listCount { lists[place].count = 0 }
    state.pointee.rows = 0
  }

  private func clear(_ place: Int, from first: Int, words: Int) {
    let column = columns[place]
    (column.known + first).update(repeating: 0, count: words - first)
    if column.truth != column.known { (column.truth + first).update(repeating: 0, count: words - first) }
  }

  /// Reads the record whose brace is at a place; nil in doubt, and then nothing of it is left.
  @inline(__always)
  func read(_ place: Place) -> Place? {
    for list in 0..<listCount { lists[list].savedCount = lists[list].count }
    guard let behind = ColumnReader(state: state).record(place) else {
      forget()
      return nil
    }
    return behind
  }

  /// Takes back what was read of the record that is being read, or of the last one.
  func forgetLast() {
    state.pointee.rows -= 1
    forget()
  }

  private func forget() {
    for list in 0..<listCount {
      lists[list].count = lists[list].savedCount
    }
    for place in 0..<columnCount {
      let first = rowCount(of: columns[place].space)
      let words = capacities[columns[place].space] / 64
      guard first / 64 < words else { continue }
      let keep = (1 as UInt64) << UInt64(first & 63) - 1
      columns[place].known[first / 64] &= keep
      if columns[place].truth != columns[place].known { columns[place].truth[first / 64] &= keep }
      clear(place, from: first / 64 + 1, words: words)
    }
  }
}
