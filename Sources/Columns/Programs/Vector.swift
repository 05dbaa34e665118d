/// What a step has made of the rows of a batch.
struct Vector {
  /// Numbers in units of 10⁻ˢᶜᵃˡᵉ, days, orders, places of members, views of texts; nothing for a truth.
  var values: UnsafeMutablePointer<Int64>
  /// A bit for each row: the condition holds. Counts only where it is known.
  var truth: UnsafeMutablePointer<UInt64>
  /// A bit for each row: the value is known. Elsewhere it is unknown.
  var known: UnsafeMutablePointer<UInt64>
  /// A bit for each row of which the columns cannot tell (an error, an overflow): the interpreter is asked. Elsewhere
  /// stands what the row has, known or not.
  var failed: UnsafeMutablePointer<UInt64>
  var scale = 0
}

extension UnsafeMutablePointer<UInt64> {
  @inline(__always)
  func bit(_ row: Int) -> Bool { self[row &>> 6] &>> UInt64(truncatingIfNeeded: row & 63) & 1 == 1 }

  @inline(__always)
  func setBit(_ row: Int) { self[row &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: row & 63) }

  @inline(__always)
  func clearBit(_ row: Int) { self[row &>> 6] &= ~(1 &<< UInt64(truncatingIfNeeded: row & 63)) }

  /// True where a bit of the rows is set.
  @inline(__always)
  func anyBit(_ first: Int, _ end: Int) -> Bool {
    guard first < end else { return false }
    var word = first &>> 6
    let last = (end &- 1) &>> 6
    var mask = UInt64.max &<< UInt64(truncatingIfNeeded: first & 63)
    while word < last {
      if self[word] & mask != 0 { return true }
      mask = .max
      word &+= 1
    }
    mask &= UInt64.max &>> UInt64(truncatingIfNeeded: 63 &- ((end &- 1) & 63))
    return self[word] & mask != 0
  }

  /// The number of bits set of the rows.
  @inline(__always)
  func countBits(_ first: Int, _ end: Int) -> Int {
    guard first < end else { return 0 }
    var word = first &>> 6
    let last = (end &- 1) &>> 6
    var count = 0
    var mask = UInt64.max &<< UInt64(truncatingIfNeeded: first & 63)
    while word < last {
      count &+= (self[word] & mask).nonzeroBitCount
      mask = .max
      word &+= 1
    }
    mask &= UInt64.max &>> UInt64(truncatingIfNeeded: 63 &- ((end &- 1) & 63))
    return count &+ (self[word] & mask).nonzeroBitCount
  }
}
