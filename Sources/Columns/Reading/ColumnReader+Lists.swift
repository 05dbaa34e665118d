extension ColumnReader {
  @inline(never)
  func list(_ start: Place, _ entry: UnsafeMutablePointer<ShapeEntry>, _ row: Int) -> Place? {
    guard start.pointee == UInt8(ascii: "[") else { return null(start) }
    let list = state.pointee.lists + entry.pointee.target
    let element = list.pointee.element
    let isRead = list.pointee.isRead
    let first = list.pointee.count
    var items = 0
    var place = skipSpace(start + 1)
    if place.pointee != UInt8(ascii: "]") {
      while true {
        let child = isRead ? addRow(list) : 0
        guard let behind = value(place, element, child) else { return nil }
        items &+= 1
        place = behind
        if place.pointee != UInt8(ascii: ",") {
          place = skipSpace(place)
          if place.pointee == UInt8(ascii: "]") { break }
          guard place.pointee == UInt8(ascii: ",") else { return nil }
        }
        place += 1
        if place.pointee <= 0x20 { place = skipSpace(place) }
      }
    }
    guard items <= list.pointee.maximumCount else { return nil }
    guard isRead else { return place + 1 }
    if let key = list.pointee.key, hasRepeatedKey(key, list.pointee.keyForm, first, list.pointee.count) {
      return nil
    }
    if !list.pointee.isComplete { _ = addRow(list) }
    list.pointee.starts[row] = Int32(truncatingIfNeeded: first)
    list.pointee.ends[row] = Int32(truncatingIfNeeded: list.pointee.count)
    entry.pointee.column.pointee.setKnown(row)
    return place + 1
  }

  @inline(__always)
  private func addRow(_ list: UnsafeMutablePointer<ListSpace>) -> Int {
    let row = list.pointee.count
    if row == list.pointee.capacity { state.pointee.storage.grow(list.pointee.space) }
    list.pointee.count = row &+ 1
    return row
  }

  /// True where two items may have the same name.
  private func hasRepeatedKey(
    _ key: UnsafeMutablePointer<Column>, _ form: ValueForm, _ first: Int, _ last: Int
  ) -> Bool {
    let start = state.pointee.digestCount
    for row in first..<last where key.pointee.known[row >> 6] >> UInt64(row & 63) & 1 == 1 {
      let value = key.pointee.values[row]
      if form == .text {
        let place = state.pointee.base + Int(value >> 32)
        guard addDigest(place, Int(value & 0xFFFF_FFFF)) else { return true }
      } else {
        pushDigest(UInt64(bitPattern: value))
      }
    }
    return !dropDigests(from: start)
  }
}
