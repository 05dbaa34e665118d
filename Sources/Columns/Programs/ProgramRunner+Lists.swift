import CEL
import JSON

/// Lists fold by the first and the last row of their items.
extension ProgramRunner {
  /// A value of the records for each of their items.
  func lift(_ place: Int, _ register: Int, _ rows: Int) {
    let words = (rows + 63) / 64
    let space = steps[place].space
    let (result, source) = (vectors[place], vectors[register])
    vectors[place].scale = source.scale
    result.known.update(repeating: 0, count: words)
    result.failed.update(repeating: 0, count: words)
    let isTruth = steps[place].type == .bool
    if isTruth { result.truth.update(repeating: 0, count: words) }
    var chain: [Int] = []
    var inner = space
    while inner != steps[register].space {
      chain.append(inner)
      inner = parent(of: inner)
    }
    for row in 0..<rowCount(of: steps[register].space) {
      var (first, end) = (row, row + 1)
      for level in chain.reversed() where first < end {
        (first, end) = spans[level].range(first, end)
      }
      guard first < end else { continue }
      let (isKnown, isFailed) = (source.known.bit(row), source.failed.bit(row))
      for child in first..<end {
        if isKnown { result.known.setBit(child) }
        if isFailed { result.failed.setBit(child) }
        if isTruth {
          if source.truth.bit(row) { result.truth.setBit(child) }
        } else {
          result.values[child] = source.values[row]
        }
      }
    }
  }

  /// Of each pair, the value of its second item.
  func gather(_ place: Int, _ register: Int, _ rows: Int) {
    let words = (rows + 63) / 64
    let (result, source) = (vectors[place], vectors[register])
    vectors[place].scale = source.scale
    result.known.update(repeating: 0, count: words)
    result.failed.update(repeating: 0, count: words)
    guard let sources = spans[steps[place].space].sources else { return }
    let isTruth = steps[place].type == .bool
    for row in 0..<rows {
      let item = Int(sources[row])
      if source.known.bit(item) { result.known.setBit(row) }
      if source.failed.bit(item) { result.failed.setBit(row) }
      if isTruth {
        if source.truth.bit(item) { result.truth.setBit(row) } else { result.truth.clearBit(row) }
      } else {
        result.values[row] = source.values[item]
      }
    }
  }

  /// Leaves rows to the interpreter whose items are too many to be paired.
  private func doubtExcess(_ place: Int, _ span: Int, _ rows: Int) {
    guard let excess = spans[span].excess else { return }
    for word in 0..<(rows + 63) / 64 { vectors[place].failed[word] |= excess[word] }
  }

  /// The item of each row whose key is the wanted one.
  func findItem(_ place: Int, _ space: Int, _ key: Int, _ code: Int64, _ isText: Bool, _ rows: Int) {
    let words = (rows + 63) / 64
    vectors[place].known.update(repeating: 0, count: words)
    vectors[place].failed.update(repeating: 0, count: words)
    let column = storage.columns[key]
    let values = isText ? column.codes : column.values
    for row in 0..<rows {
      let (first, end) = spans[space].range(row, row + 1)
      for item in first..<end where column.known.bit(item) && values[item] == code {
        vectors[place].values[row] = Int64(item)
        vectors[place].known.setBit(row)
        break
      }
    }
  }

  /// The item of each row whose key is the row's own value.
  func findItem(_ place: Int, _ space: Int, _ key: Int, needle: Int, _ isText: Bool, _ rows: Int) {
    let words = (rows + 63) / 64
    let (column, wanted) = (storage.columns[key], vectors[needle])
    vectors[place].known.update(repeating: 0, count: words)
    vectors[place].failed.update(from: wanted.failed, count: words)
    for row in 0..<rows where wanted.known.bit(row) {
      let (first, end) = spans[space].range(row, row + 1)
      let value = wanted.values[row]
      for item in first..<end where column.known.bit(item) {
        let isEqual =
          isText ? bytes(column.values[item]).elementsEqual(bytes(value)) : column.values[item] == value
        guard isEqual else { continue }
        vectors[place].values[row] = Int64(item)
        vectors[place].known.setBit(row)
        break
      }
    }
  }

  func pick(_ place: Int, _ register: Int, _ item: Int, _ rows: Int) {
    let words = (rows + 63) / 64
    let (result, source, places) = (vectors[place], vectors[register], vectors[item])
    vectors[place].scale = source.scale
    result.known.update(repeating: 0, count: words)
    result.failed.update(from: places.failed, count: words)
    let isTruth = steps[place].type == .bool
    for row in 0..<rows where places.known.bit(row) {
      let child = Int(places.values[row])
      if source.failed.bit(child) { result.failed.setBit(row) }
      guard source.known.bit(child) else { continue }
      result.known.setBit(row)
      if isTruth {
        if source.truth.bit(child) { result.truth.setBit(row) } else { result.truth.clearBit(row) }
      } else {
        result.values[row] = source.values[child]
      }
    }
  }

  func pickPresence(_ place: Int, _ register: Int, _ item: Int, _ rows: Int) {
    settle(place, (rows + 63) / 64)
    vectors[place].truth.update(repeating: 0, count: (rows + 63) / 64)
    for row in 0..<rows where vectors[item].known.bit(row) {
      if vectors[register].truth.bit(Int(vectors[item].values[row])) { vectors[place].truth.setBit(row) }
    }
  }

  func fold(
    _ place: Int, _ quantifier: Quantifier, _ space: Int, _ given: Int, _ body: Int, _ filter: Int?,
    _ weight: Int,
    _ rows: Int
  ) {
    settle(place, (rows + 63) / 64)
    let decisive = quantifier == .all ? UInt64.max : 0
    let (vector, sieve) = (vectors[body], filter.map { vectors[$0] })
    // What decides (for `all` a false, else a true), what is open, and what the interpreter must tell.
    for word in 0..<words(space) {
      let kept = sieve.map { $0.known[word] & $0.truth[word] & ~$0.failed[word] } ?? .max
      let sound = vector.known[word] & ~vector.failed[word] & kept
      yes[word] = sound & (vector.truth[word] ^ decisive)
      open[word] = ~vector.known[word] & ~vector.failed[word] & kept
      wrong[word] = vector.failed[word] & kept | (sieve.map { $0.failed[word] } ?? 0)
    }
    let (span, lists) = (spans[space], vectors[given])
    for row in 0..<rows {
      guard lists.known.bit(row) else {
        write(.open, place, row)
        continue
      }
      let (first, end) = span.items(row)
      if let sieve, let blocked = blocked(sieve, first, end) {
        write(blocked, place, row)
        continue
      }
      if (end &- first) &* weight > Self.stepLimit {
        write(.failed, place, row)
        continue
      }
      let verdict: RowTruth
      switch quantifier {
      case .exists: verdict = quantified(first, end, decisive: .yes, otherwise: .no)
      case .all: verdict = quantified(first, end, decisive: .no, otherwise: .yes)
      case .existsOne:
        if wrong.anyBit(first, end) {
          verdict = .failed
        } else {
          let holds = yes.countBits(first, end)
          verdict = holds > 1 ? .no : open.anyBit(first, end) ? .open : holds == 1 ? .yes : .no
        }
      case .existsAtLeast(let count):
        guard let least = least(count, place, row) else { continue }
        verdict = Tally(
          holds: Int64(yes.countBits(first, end)), open: Int64(open.countBits(first, end)),
          failed: Int64(wrong.countBits(first, end))
        ).atLeast(least)
      }
      write(verdict, place, row)
    }
    doubtExcess(place, space, rows)
  }

  @inline(__always)
  private func quantified(_ first: Int, _ end: Int, decisive: RowTruth, otherwise: RowTruth) -> RowTruth {
    if yes.anyBit(first, end) { return decisive }
    if wrong.anyBit(first, end) { return .failed }
    return open.anyBit(first, end) ? .open : otherwise
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
      guard lists.known.bit(row) else {
        write(.open, place, row)
        continue
      }
      let (first, end) = span.items(row)
      guard let filter else {
        vectors[place].values[row] = Int64(end - first)
        continue
      }
      if let blocked = blocked(vectors[filter], first, end) {
        write(blocked, place, row)
      } else {
        vectors[place].values[row] = Int64(yes.countBits(first, end))
      }
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
      guard lists.known.bit(row) else {
        write(.open, place, row)
        continue
      }
      let (first, end) = span.items(row)
      if let filter, let blocked = blocked(vectors[filter], first, end) {
        write(blocked, place, row)
        continue
      }
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

  /// `needle in list`: strict in the needle and the list; of its items one that is equal decides.
  func membership(_ place: Int, _ space: Int, _ given: Int, _ equal: Int, _ needle: Int, _ rows: Int) {
    settle(place, (rows + 63) / 64)
    let vector = vectors[equal]
    for word in 0..<words(space) {
      yes[word] = vector.known[word] & vector.truth[word] & ~vector.failed[word]
      open[word] = ~vector.known[word] & ~vector.failed[word]
      wrong[word] = vector.failed[word]
    }
    let (span, lists, wanted) = (spans[space], vectors[given], vectors[needle])
    for row in 0..<rows {
      if wanted.failed.bit(row) {
        write(.failed, place, row)
      } else if !wanted.known.bit(row) || !lists.known.bit(row) {
        write(.open, place, row)
      } else {
        let (first, end) = span.items(row)
        write(quantified(first, end, decisive: .yes, otherwise: .no), place, row)
      }
    }
    doubtExcess(place, space, rows)
  }

  /// Whether a value is known of all items that count.
  func allKnown(
    _ place: Int, _ space: Int, _ given: Int, _ value: Int, _ filter: Int?, _ rows: Int
  ) {
    settle(place, (rows + 63) / 64)
    vectors[place].truth.update(repeating: .max, count: (rows + 63) / 64)
    let (span, lists, vector) = (spans[space], vectors[given], vectors[value])
    for row in 0..<rows {
      guard lists.known.bit(row) else {
        write(.open, place, row)
        continue
      }
      let (first, end) = span.items(row)
      if let filter, let blocked = blocked(vectors[filter], first, end) {
        write(blocked, place, row)
        continue
      }
      for item in first..<end where filter.map({ vectors[$0].truth.bit(item) }) ?? true {
        if vector.failed.bit(item) { write(.failed, place, row) }
        if !vector.known.bit(item) { write(.open, place, row) }
      }
    }
    doubtExcess(place, space, rows)
  }

  /// How many different values the items have; an open one leaves the whole open.
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
