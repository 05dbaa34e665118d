import CEL
import JSON

/// Numbers of lists, by the first and the last row of their items.
extension ProgramRunner {
  /// Leaves rows to the interpreter whose items are too many to be paired.
  func doubtExcess(_ place: Int, _ span: Int, _ rows: Int) {
    guard let excess = spans[span].excess else { return }
    for word in 0..<(rows + 63) / 64 { vectors[place].failed[word] |= excess[word] }
  }

  /// What becomes of a filtered list of which it is open, or for the interpreter to tell, what is in it.
  private func blocked(_ filter: Vector, _ first: Int, _ end: Int) -> RowTruth? {
    var isOpen = false
    for item in first..<end {
      if filter.failed.bit(item) { return .failed }
      if !filter.known.bit(item) { isOpen = true }
    }
    return isOpen ? .open : nil
  }

  /// The first and the last of a record's items; nil where the list, or what of it counts, is not known, which is written.
  ///
  /// - Parameter knowsOpen: true where nothing is known of what is made of an open list; else the interpreter may still
  ///   tell what all agree on that the list may turn out to be.
  @inline(__always)
  func items(
    _ place: Int, _ row: Int, _ lists: Vector, _ span: ItemSpans, _ filter: Int?, knowsOpen: Bool = false
  ) -> (first: Int, end: Int)? {
    guard lists.known.bit(row) else {
      write(.open, place, row)
      return nil
    }
    let (first, end) = span.items(row)
    if let filter, let blocked = blocked(vectors[filter], first, end) {
      write(knowsOpen ? blocked : .failed, place, row)
      return nil
    }
    return (first, end)
  }

  func count(_ place: Int, _ space: Int, _ given: Int, _ filter: Int?, _ rows: Int) {
    settle(place, (rows + 63) / 64)
    let (span, lists) = (spans[space], vectors[given])
    if let filter {
      let vector = vectors[filter]
      for word in 0..<words(space) {
        yes[word] = vector.known[word] & vector.truth[word] & ~vector.failed[word]
      }
    }
    for row in 0..<rows {
      guard let (first, end) = items(place, row, lists, span, filter) else { continue }
      vectors[place].values[row] = Int64(filter == nil ? end - first : yes.countBits(first, end))
    }
    doubtExcess(place, space, rows)
  }

  func total(
    _ place: Int, _ aggregate: Aggregate, _ space: Int, _ given: Int, _ value: Int, _ filter: Int?,
    _ rows: Int
  ) {
    settle(place, (rows + 63) / 64)
    let (span, lists, vector) = (spans[space], vectors[given], vectors[value])
    vectors[place].scale = vector.scale
    for row in 0..<rows {
      guard let (first, end) = items(place, row, lists, span, filter, knowsOpen: true) else { continue }
      var total: Int64?
      var (isOpen, isFailed) = (false, false)
      for item in first..<end {
        if let filter, !vectors[filter].truth.bit(item) { continue }
        if vector.failed.bit(item) { isFailed = true }
        guard vector.known.bit(item) else {
          isOpen = true
          continue
        }
        let next = vector.values[item]
        guard let last = total else {
          total = next
          continue
        }
        switch aggregate {
        case .sum:
          let (sum, overflow) = last.addingReportingOverflow(next)
          total = sum
          if overflow { isFailed = true }
        case .minimum: total = min(last, next)
        case .maximum: total = max(last, next)
        }
      }
      if isFailed {
        write(.failed, place, row)
      } else if isOpen {
        write(.open, place, row)
      } else if let total {
        vectors[place].values[row] = total
      } else if aggregate == .sum {
        vectors[place].values[row] = 0
      } else {
        write(.failed, place, row)
      }
    }
    doubtExcess(place, space, rows)
  }

  /// Whether a value is known of all items that count; else the interpreter is asked, which knows open lists.
  func allKnown(
    _ place: Int, _ space: Int, _ given: Int, _ value: Int, _ filter: Int?, _ rows: Int
  ) {
    settle(place, (rows + 63) / 64)
    vectors[place].truth.update(repeating: .max, count: (rows + 63) / 64)
    let (span, lists, vector) = (spans[space], vectors[given], vectors[value])
    for row in 0..<rows {
      guard let (first, end) = items(place, row, lists, span, filter) else { continue }
      for item in first..<end where filter.map({ vectors[$0].truth.bit(item) }) ?? true {
        if vector.failed.bit(item) || !vector.known.bit(item) { write(.failed, place, row) }
      }
    }
    doubtExcess(place, space, rows)
  }

  /// How many different values the items have; an open one leaves the whole to the interpreter.
  func countValues(
    _ place: Int, _ space: Int, _ given: Int, _ value: Int, _ filter: Int?, repeated: Bool, _ rows: Int
  ) {
    allKnown(place, space, given, value, filter, rows)
    let (span, vector) = (spans[space], vectors[value])
    let (isTruth, isText) = (steps[value].type == .bool, steps[value].type == .string)
    var values: [Int64] = []
    var words: [Text] = []
    for row in 0..<rows where vectors[place].known.bit(row) && !vectors[place].failed.bit(row) {
      let (first, end) = span.items(row)
      values.removeAll(keepingCapacity: true)
      words.removeAll(keepingCapacity: true)
      for item in first..<end where filter.map({ vectors[$0].truth.bit(item) }) ?? true {
        if isText {
          words.append(Text(utf8: Array(bytes(vector.values[item]))))
        } else {
          values.append(isTruth ? (vector.truth.bit(item) ? 1 : 0) : vector.values[item])
        }
      }
      let count = isText ? Self.count(&words, repeated: repeated) : Self.count(&values, repeated: repeated)
      vectors[place].values[row] = Int64(count)
    }
  }

  private static func count<Element: Comparable>(_ elements: inout [Element], repeated: Bool) -> Int {
    elements.sort()
    var (different, more) = (0, 0)
    var run = 0
    for (place, element) in elements.enumerated() {
      run = place > 0 && elements[place - 1] == element ? run + 1 : 1
      if run == 1 { different += 1 }
      if run == 2 { more += 1 }
    }
    return repeated ? more : different
  }
}
