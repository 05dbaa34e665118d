import CEL
import Evaluator
import JSON
import Populations

/// What records lead to, looked up once for each key that differs from the one before.
extension ProgramRunner {
  /// Finds the other record of each row, as far as records have been related; else the interpreter is to tell.
  func relate(_ place: Int, _ type: Text, _ keys: [Int], _ rows: Int) {
    let words = (rows + 63) / 64
    settle(place, words)
    let result = vectors[place]
    result.truth.update(repeating: .max, count: words)
    guard let relations else { return result.failed.update(repeating: .max, count: words) }
    result.known.update(repeating: 0, count: words)
    var found = [RecordValue?](repeating: nil, count: rows)
    var last: [Text] = []
    var record: RecordValue?
    for row in 0..<rows {
      guard !keys.contains(where: { vectors[$0].failed.bit(row) }) else {
        result.failed.setBit(row)
        continue
      }
      guard keys.allSatisfy({ vectors[$0].known.bit(row) }) else { continue }
      let key = keys.compactMap { value($0, row).flatMap(\.keyText) }
      guard key.count == keys.count else { continue }
      if key != last {
        record = relations.record(of: type, key: key)
        last = key
      }
      guard let record else { continue }
      found[row] = record
      result.known.setBit(row)
    }
    related[place] = found
  }

  /// Whether any others were met that may lead to the rows; where it is open which, the interpreter is to tell.
  func isMet(_ place: Int, _ type: Text, _ keys: [Int], _ words: Int) {
    settle(place, words)
    guard let relations else { return vectors[place].failed.update(repeating: .max, count: words) }
    vectors[place].truth.update(repeating: relations.isMet(type) ? .max : 0, count: words)
    for key in keys {
      for word in 0..<words {
        vectors[place].failed[word] |= vectors[key].failed[word] | ~vectors[key].known[word]
      }
    }
  }

  /// A field of the other record of each row.
  func readRelated(_ place: Int, _ register: Int, _ slots: [Int], _ rows: Int) {
    let words = (rows + 63) / 64
    let found = related[register] ?? []
    vectors[place].known.update(repeating: 0, count: words)
    vectors[place].failed.update(from: vectors[register].failed, count: words)
    vectors[place].scale = steps[place].type == .decimal ? 9 : 0
    for row in 0..<rows where vectors[register].known.bit(row) && found.indices.contains(row) {
      switch found[row]?.value(slots) {
      case nil, .unknown: continue
      case let value?:
        vectors[place].known.setBit(row)
        if !write(value, place, row) { fail(place, row) }
      }
    }
  }

  /// Whether the other record of each row gives a field.
  func hasRelated(_ place: Int, _ register: Int, _ slots: [Int], _ rows: Int) {
    copyState(place, register, (rows + 63) / 64)
    let found = related[register] ?? []
    for row in 0..<rows where vectors[register].known.bit(row) && found.indices.contains(row) {
      if found[row]?.value(slots) == nil {
        vectors[place].truth.clearBit(row)
      } else {
        vectors[place].truth.setBit(row)
      }
    }
  }
}

extension RecordValue {
  /// The value at the end of a path through sections; nil where the record does not give it.
  fileprivate func value(_ path: [Int]) -> Value? {
    var record = self
    for (depth, slot) in path.enumerated() {
      guard record.slots.indices.contains(slot), let value = record.slots[slot] else { return nil }
      if depth + 1 == path.count { return value }
      guard case .record(let inner) = value else { return value }
      record = inner
    }
    return nil
  }
}
