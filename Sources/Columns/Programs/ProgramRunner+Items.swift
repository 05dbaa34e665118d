import CEL

/// Values between rows and their items.
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
}
