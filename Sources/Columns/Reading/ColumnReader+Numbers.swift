/// Numbers straight to what columns hold.
///
/// Digits are taken one by one: where they end is guessed well by the processor, and to compute it would make all that
/// follows wait.
extension ColumnReader {
  @inline(__always)
  func number(_ start: Place, _ entry: UnsafeMutablePointer<ShapeEntry>, _ row: Int) -> Place? {
    var place = start
    guard var value = whole(&place) else { return anyNumber(start, entry, row) }
    let column = entry.pointee.column
    var missing = column.pointee.scale
    if place.pointee == UInt8(ascii: ".") {
      place += 1
      let fraction = place
      digits(&place, &value)
      let places = place - fraction
      missing &-= places
      guard places > 0 else { return nil }
    }
    // So few digits fit 64 bits in the units of any column.
    guard place - start <= 9, missing >= entry.pointee.spare else { return anyNumber(start, entry, row) }
    column.pointee.put(value &* state.pointee.powers[missing], row)
    return place
  }

  @inline(never)
  private func anyNumber(_ start: Place, _ entry: UnsafeMutablePointer<ShapeEntry>, _ row: Int) -> Place? {
    entry.pointee.form == .integer ? integer(start, entry, row) : decimal(start, entry, row)
  }

  private func decimal(_ start: Place, _ entry: UnsafeMutablePointer<ShapeEntry>, _ row: Int) -> Place? {
    var place = start
    let isNegative = place.pointee == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let first = place
    guard var value = whole(&place) else { return isNegative ? nil : null(start) }
    var scale = 0
    if place.pointee == UInt8(ascii: ".") {
      place += 1
      let fraction = place
      digits(&place, &value)
      scale = place - fraction
      // A digit must follow; more than nine decimals may still be zeros.
      guard scale > 0, scale <= 9, place - first <= 19 else { return nil }
    } else if place - first > 18 {
      return nil
    }
    if place.pointee | 0x20 == UInt8(ascii: "e") { return nil }
    if isNegative { value = 0 &- value }
    let column = entry.pointee.column
    if scale != column.pointee.scale {
      guard column.pointee.isRead else { return place }
      if scale > column.pointee.scale {
        guard column.pointee.rescale(to: scale, rows: row) else { return nil }
      } else {
        let (scaled, overflow) = value.multipliedReportingOverflow(
          by: state.pointee.powers[column.pointee.scale &- scale])
        guard !overflow else { return nil }
        value = scaled
      }
    }
    column.pointee.put(value, row)
    return place
  }

  private func integer(_ start: Place, _ entry: UnsafeMutablePointer<ShapeEntry>, _ row: Int) -> Place? {
    var place = start
    let isNegative = place.pointee == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let first = place
    guard let value = whole(&place) else { return isNegative ? nil : null(start) }
    guard place - first <= 18, place.pointee != UInt8(ascii: "."), place.pointee | 0x20 != UInt8(ascii: "e")
    else {
      return nil
    }
    entry.pointee.column.pointee.put(isNegative ? 0 &- value : value, row)
    return place
  }

  /// Digits without a zero in front; wrong where there are more than eighteen.
  @inline(__always)
  private func whole(_ place: inout Place) -> Int64? {
    let first = place.pointee &- UInt8(ascii: "0")
    guard first <= 9 else { return nil }
    var value = Int64(first)
    place += 1
    if first == 0, place.pointee &- UInt8(ascii: "0") <= 9 { return nil }
    digits(&place, &value)
    return value
  }

  /// Takes in the digits that follow; wraps around where they are too many.
  @inline(__always)
  private func digits(_ place: inout Place, _ value: inout Int64) {
    var digit = place.pointee &- UInt8(ascii: "0")
    while digit <= 9 {
      value = value &* 10 &+ Int64(digit)
      place += 1
      digit = place.pointee &- UInt8(ascii: "0")
    }
  }
}
