/// One field of all records of a batch, or of all items of a list.
///
/// A value is an `Int64`: a whole number, a decimal in units of 10⁻ˢᶜᵃˡᵉ, days since 1970, a period's order, the place of
/// an enum's member, or for texts offset and length in the bytes of the batch.
struct Column {
  var values: UnsafeMutablePointer<Int64>
  /// A bit for each row: the record gives the value.
  var known: UnsafeMutablePointer<UInt64>
  /// For booleans a bit for each row; for texts with a word table, the code of the word or -1.
  var truth: UnsafeMutablePointer<UInt64>
  var codes: UnsafeMutablePointer<Int64>
  /// Decimal places of all values of the batch; grows with the values that are met.
  var scale = 0
  /// The rows: 0 of the records, else of a list.
  var space = 0
  /// False for the one column that takes whatever no rule reads.
  var isRead = true

  @inline(__always)
  func setKnown(_ row: Int) {
    known[row &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: row & 63)
  }

  @inline(__always)
  func put(_ value: Int64, _ row: Int) {
    values[row] = value
    setKnown(row)
  }

  /// Gives all values more decimal places; false where one of them would not fit.
  @inline(never)
  mutating func rescale(to places: Int, rows: Int) -> Bool {
    let factor = PowerOfTen.value(places - scale)
    for row in 0..<rows where known[row >> 6] >> UInt64(row & 63) & 1 == 1 {
      if values[row].multipliedReportingOverflow(by: factor).overflow { return false }
    }
    for row in 0..<rows where known[row >> 6] >> UInt64(row & 63) & 1 == 1 { values[row] *= factor }
    scale = places
    return true
  }
}

/// Powers of ten that fit 64 bits.
enum PowerOfTen {
  /// - Parameter exponent: 0 … 18.
  @inline(__always)
  static func value(_ exponent: Int) -> Int64 {
    var value: Int64 = 1
    for _ in 0..<exponent { value &*= 10 }
    return value
  }
}
