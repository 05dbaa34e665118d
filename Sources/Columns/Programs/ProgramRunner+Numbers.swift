import CEL

extension ProgramRunner {
  func add(_ place: Int, _ left: Int, _ right: Int, _ rows: Int, isSubtraction: Bool) {
    meet(place, left, right, (rows + 63) / 64)
    let (result, a, b) = (vectors[place], vectors[left], vectors[right])
    let scale = max(a.scale, b.scale)
    vectors[place].scale = scale
    for row in 0..<rows where result.known.bit(row) {
      guard let first = scaled(a, row, to: scale), let second = scaled(b, row, to: scale) else {
        fail(place, row)
        continue
      }
      let (sum, overflow) =
        isSubtraction ? first.subtractingReportingOverflow(second) : first.addingReportingOverflow(second)
      result.values[row] = sum
      if overflow { fail(place, row) }
    }
  }

  func multiply(_ place: Int, _ left: Int, _ right: Int, _ rows: Int) {
    meet(place, left, right, (rows + 63) / 64)
    let (result, a, b) = (vectors[place], vectors[left], vectors[right])
    vectors[place].scale = a.scale + b.scale
    let isTooFine = a.scale + b.scale > Decimal.maximumScale
    for row in 0..<rows where result.known.bit(row) {
      let (product, overflow) = a.values[row].multipliedReportingOverflow(by: b.values[row])
      result.values[row] = product
      if overflow || isTooFine { fail(place, row) }
    }
  }

  func negate(_ place: Int, _ register: Int, _ rows: Int) {
    copyState(place, register, (rows + 63) / 64)
    vectors[place].scale = vectors[register].scale
    for row in 0..<rows where vectors[place].known.bit(row) {
      let value = vectors[register].values[row]
      vectors[place].values[row] = 0 &- value
      if value == .min { fail(place, row) }
    }
  }

  func compare(_ place: Int, _ register: Int, _ relation: Relation, _ value: Int64, _ scale: Int, _ rows: Int)
  {
    copyState(place, register, (rows + 63) / 64)
    let vector = vectors[register]
    let truth = vectors[place].truth
    guard let bound = Bound(relation, value, scale, columnScale: vector.scale) else {
      // The number is finer or larger than any in the column.
      for row in 0..<rows where vector.known.bit(row) {
        let left = Decimal(coefficient: Int128(vector.values[row]), scale: vector.scale) ?? .zero
        let right = Decimal(coefficient: Int128(value), scale: scale) ?? .zero
        if relation.holds(left, right) { truth.setBit(row) } else { truth.clearBit(row) }
      }
      return
    }
    let values = vector.values
    let limit = bound.value
    switch bound.relation {
    case .less: mark(truth, rows) { values[$0] < limit }
    case .lessOrEqual: mark(truth, rows) { values[$0] <= limit }
    case .greater: mark(truth, rows) { values[$0] > limit }
    case .greaterOrEqual: mark(truth, rows) { values[$0] >= limit }
    case .equal: mark(truth, rows) { values[$0] == limit }
    case .notEqual: mark(truth, rows) { values[$0] != limit }
    }
  }

  /// Sets the bit of each row for which a test holds.
  @inline(__always)
  func mark(_ truth: UnsafeMutablePointer<UInt64>, _ rows: Int, _ test: (Int) -> Bool) {
    var row = 0
    var word = 0
    while row < rows {
      var bits: UInt64 = 0
      let end = min(64, rows &- row)
      var bit = 0
      while bit < end {
        bits |= (test(row &+ bit) ? 1 : 0) &<< UInt64(truncatingIfNeeded: bit)
        bit &+= 1
      }
      truth[word] = bits
      word &+= 1
      row &+= 64
    }
  }

  func compare(_ place: Int, _ left: Int, _ right: Int, _ relation: Relation, _ rows: Int) {
    meet(place, left, right, (rows + 63) / 64)
    let (result, a, b) = (vectors[place], vectors[left], vectors[right])
    if a.scale == b.scale {
      mark(result.truth, rows) { relation.holds(a.values[$0], b.values[$0]) }
      return
    }
    let scale = max(a.scale, b.scale)
    let (factorA, factorB) = (Self.power(scale - a.scale), Self.power(scale - b.scale))
    mark(result.truth, rows) {
      relation.holds(Int128(a.values[$0]) * factorA, Int128(b.values[$0]) * factorB)
    }
  }

  /// A power of ten up to 10¹⁸: its product with 64 bits fits 128.
  static func power(_ exponent: Int) -> Int128 {
    var value: Int128 = 1
    for _ in 0..<exponent { value *= 10 }
    return value
  }

  func compareRatio(
    _ place: Int, _ dividend: Int, _ divisor: Int, _ factor: Int64, _ relation: Relation, _ bound: Int,
    _ rows: Int
  ) {
    meet(place, dividend, divisor, (rows + 63) / 64)
    let (result, a, b, c) = (vectors[place], vectors[dividend], vectors[divisor], vectors[bound])
    for word in 0..<(rows + 63) / 64 {
      result.known[word] &= c.known[word]
      result.failed[word] |= c.failed[word]
    }
    // a/10^p · factor / (b/10^q) against c/10^r: with b above zero, a · factor · 10^(q+r) against c · b · 10^p.
    let shift = b.scale + c.scale - a.scale
    let (leftPower, rightPower) = (Self.power(min(max(shift, 0), 18)), Self.power(min(max(-shift, 0), 18)))
    for row in 0..<rows {
      // A zero divisor is an error even beside something unknown.
      if b.known.bit(row), a.known.bit(row), b.values[row] == 0 {
        fail(place, row)
        continue
      }
      guard result.known.bit(row) else { continue }
      let sign: Int128 = b.values[row] < 0 ? -1 : 1
      let (left, isLeftWide) = (sign * Int128(a.values[row]) * Int128(factor)).multipliedReportingOverflow(
        by: leftPower)
      let (right, isRightWide) = (sign * Int128(b.values[row]) * Int128(c.values[row]))
        .multipliedReportingOverflow(
          by: rightPower)
      if isLeftWide || isRightWide || abs(shift) > 18 {
        fail(place, row)
      } else if relation.holds(left, right) {
        result.truth.setBit(row)
      } else {
        result.truth.clearBit(row)
      }
    }
  }

  func isOneOf(_ place: Int, _ register: Int, _ constants: [Int64], _ scale: Int, _ rows: Int) {
    copyState(place, register, (rows + 63) / 64)
    let vector = vectors[register]
    // In units of the column, as far as they are whole there; others equal none.
    var wanted: [Int64] = []
    for constant in constants {
      if let bound = Bound(.equal, constant, scale, columnScale: vector.scale), bound.relation == .equal {
        wanted.append(bound.value)
      }
    }
    wanted.withUnsafeBufferPointer { wanted in
      mark(vectors[place].truth, rows) { row in
        for value in wanted where vector.values[row] == value { return true }
        return false
      }
    }
  }
}

/// A comparison with a constant in the units of a column.
struct Bound {
  let relation: Relation
  let value: Int64

  /// Nil where the constant does not fit; a constant between two units moves to the next that says the same.
  init?(_ relation: Relation, _ value: Int64, _ scale: Int, columnScale: Int) {
    if columnScale >= scale {
      guard columnScale - scale <= 18 else { return nil }
      let (scaled, overflow) = value.multipliedReportingOverflow(by: PowerOfTen.value(columnScale - scale))
      guard !overflow else { return nil }
      (self.relation, self.value) = (relation, scaled)
      return
    }
    guard scale - columnScale <= 18 else { return nil }
    let unit = PowerOfTen.value(scale - columnScale)
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: unit)
    if remainder == 0 {
      (self.relation, self.value) = (relation, quotient)
      return
    }
    let floor = remainder < 0 ? quotient - 1 : quotient
    switch relation {
    case .less, .lessOrEqual: (self.relation, self.value) = (.lessOrEqual, floor)
    case .greater, .greaterOrEqual: (self.relation, self.value) = (.greater, floor)
    // No value is equal: that all are less than the least says no to all that are not the least.
    case .equal, .notEqual: return nil
    }
  }
}
