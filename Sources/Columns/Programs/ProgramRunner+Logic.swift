import CEL

/// Kleene's logic on whole words: what decides wins over what is open and over what the interpreter must tell.
extension ProgramRunner {
  func and(_ place: Int, _ left: Int, _ right: Int, _ words: Int) {
    let (result, a, b) = (vectors[place], vectors[left], vectors[right])
    for word in 0..<words {
      let (soundA, soundB) = (a.known[word] & ~a.failed[word], b.known[word] & ~b.failed[word])
      let no = soundA & ~a.truth[word] | soundB & ~b.truth[word]
      let yes = soundA & a.truth[word] & soundB & b.truth[word]
      result.truth[word] = yes
      result.known[word] = yes | no
      result.failed[word] = (a.failed[word] | b.failed[word]) & ~no
    }
  }

  func or(_ place: Int, _ left: Int, _ right: Int, _ words: Int) {
    let (result, a, b) = (vectors[place], vectors[left], vectors[right])
    for word in 0..<words {
      let (soundA, soundB) = (a.known[word] & ~a.failed[word], b.known[word] & ~b.failed[word])
      let yes = soundA & a.truth[word] | soundB & b.truth[word]
      let no = soundA & ~a.truth[word] & soundB & ~b.truth[word]
      result.truth[word] = yes
      result.known[word] = yes | no
      result.failed[word] = (a.failed[word] | b.failed[word]) & ~yes
    }
  }

  func not(_ place: Int, _ register: Int, _ words: Int) {
    for word in 0..<words { vectors[place].truth[word] = ~vectors[register].truth[word] }
    copyState(place, register, words)
  }

  func equalTruths(_ place: Int, _ left: Int, _ right: Int, _ words: Int) {
    for word in 0..<words {
      vectors[place].truth[word] = ~(vectors[left].truth[word] ^ vectors[right].truth[word])
    }
    meet(place, left, right, words)
  }

  /// At least so many of some conditions: true with enough that hold, false where even all open ones are too few.
  func atLeast(_ place: Int, _ count: Count, _ registers: [Int], _ rows: Int) {
    settle(place, (rows + 63) / 64)
    for row in 0..<rows {
      guard let least = least(count, place, row) else { continue }
      var tally = Tally()
      for register in registers {
        let vector = vectors[register]
        if vector.failed.bit(row) {
          tally.failed += 1
        } else if !vector.known.bit(row) {
          tally.open += 1
        } else if vector.truth.bit(row) {
          tally.holds += 1
        }
      }
      write(tally.atLeast(least), place, row)
    }
  }

  /// The number that a row asks for; nil where it is open or for the interpreter to tell, which is written then.
  @inline(__always)
  func least(_ count: Count, _ place: Int, _ row: Int) -> Int64? {
    switch count {
    case .constant(let number): return number
    case .register(let register):
      let vector = vectors[register]
      if vector.failed.bit(row) {
        write(.failed, place, row)
      } else if !vector.known.bit(row) {
        write(.open, place, row)
      } else {
        return vector.values[row]
      }
      return nil
    }
  }

  /// Writes one row of a truth.
  @inline(__always)
  func write(_ verdict: RowTruth, _ place: Int, _ row: Int) {
    let vector = vectors[place]
    switch verdict {
    case .yes: vector.truth.setBit(row)
    case .no: vector.truth.clearBit(row)
    case .open: vector.known.clearBit(row)
    case .failed: vector.failed.setBit(row)
    }
  }

  /// `condition ? first : second`; with the condition open, the common value of both.
  func choose(_ place: Int, _ condition: Int, _ first: Int, _ second: Int, _ rows: Int) {
    let (isTruth, isText) = (steps[place].type == .bool, steps[place].type == .string)
    let (result, a, b, chooser) = (vectors[place], vectors[first], vectors[second], vectors[condition])
    let scale = max(a.scale, b.scale)
    vectors[place].scale = scale
    settle(place, (rows + 63) / 64)
    for row in 0..<rows {
      if chooser.failed.bit(row) {
        result.failed.setBit(row)
        continue
      }
      let isOpen = !chooser.known.bit(row)
      let source = isOpen || chooser.truth.bit(row) ? a : b
      if source.failed.bit(row) || isOpen && b.failed.bit(row) {
        result.failed.setBit(row)
        continue
      }
      if !source.known.bit(row) || isOpen && !b.known.bit(row) {
        result.known.clearBit(row)
        continue
      }
      if isTruth {
        let truth = source.truth.bit(row)
        if isOpen, truth != b.truth.bit(row) { result.known.clearBit(row) }
        if truth { result.truth.setBit(row) } else { result.truth.clearBit(row) }
        continue
      }
      guard let value = scaled(source, row, to: scale),
        let other = scaled(isOpen ? b : source, row, to: scale)
      else {
        result.failed.setBit(row)
        continue
      }
      if value != other, !isText || !bytes(value).elementsEqual(bytes(other)) { result.known.clearBit(row) }
      result.values[row] = value
    }
  }

  /// A value of which nothing is known where something that it rests on is not.
  func guarded(_ place: Int, _ register: Int, needs: [Int], doubts: [Int], _ rows: Int) {
    let words = (rows + 63) / 64
    let (result, source) = (vectors[place], vectors[register])
    vectors[place].scale = source.scale
    copyState(place, register, words)
    if steps[place].type == .bool {
      result.truth.update(from: source.truth, count: words)
    } else {
      result.values.update(from: source.values, count: rows)
    }
    for other in needs {
      for word in 0..<words { result.known[word] &= vectors[other].known[word] }
    }
    for other in needs + doubts {
      for word in 0..<words { result.failed[word] |= vectors[other].failed[word] }
    }
  }

  /// A value in units of a smaller power of ten; nil where it does not fit.
  @inline(__always)
  func scaled(_ vector: Vector, _ row: Int, to scale: Int) -> Int64? {
    if vector.scale == scale { return vector.values[row] }
    guard scale - vector.scale <= 18 else { return vector.values[row] == 0 ? 0 : nil }
    let (value, overflow) = vector.values[row].multipliedReportingOverflow(
      by: PowerOfTen.value(scale - vector.scale))
    return overflow ? nil : value
  }
}

/// One row of a truth.
enum RowTruth {
  case yes, no, open, failed
}

/// How many of several conditions hold.
struct Tally {
  var holds: Int64 = 0
  var open: Int64 = 0
  var failed: Int64 = 0

  @inline(__always)
  func atLeast(_ least: Int64) -> RowTruth {
    if holds >= least { return .yes }
    if holds + open + failed < least { return .no }
    return failed > 0 ? .failed : .open
  }
}
