extension ColumnReader {
  @inline(never)
  func text(_ place: Place, _ entry: UnsafeMutablePointer<ShapeEntry>, _ row: Int) -> Place? {
    let column = entry.pointee.column
    if let words = entry.pointee.words {
      if let word = words.pointee.find(place) {
        column.pointee.codes[row] = word.pointee.code
        return keep(place, word.pointee.length &- 2, column, row)
      }
    }
    guard place.pointee == UInt8(ascii: "\"") else { return null(place) }
    guard let quote = StringScan.end(of: place + 1) else {
      // Of what no rule reads, escapes need no decoding.
      return column.pointee.isRead ? nil : unreadText(place, entry)
    }
    let length = quote - place - 1
    if mayBeBlank(place[1]), isBlank(place + 1, length) { return nil }
    if length > entry.pointee.maximumLength, characters(place + 1, length) > entry.pointee.maximumLength {
      return nil
    }
    if entry.pointee.words != nil { column.pointee.codes[row] = -1 }
    return keep(place, length, column, row)
  }

  @inline(__always)
  private func keep(
    _ place: Place, _ length: Int, _ column: UnsafeMutablePointer<Column>, _ row: Int
  ) -> Place {
    let offset = place + 1 - state.pointee.base
    column.pointee.put(Int64(offset) &<< 32 | Int64(length), row)
    return place + length + 2
  }

  @inline(never)
  func member(_ place: Place, _ entry: UnsafeMutablePointer<ShapeEntry>, _ row: Int) -> Place? {
    guard let words = entry.pointee.words, let word = words.pointee.find(place) else { return null(place) }
    entry.pointee.column.pointee.put(word.pointee.code, row)
    return place + word.pointee.length
  }

  /// A text with escapes that is only validated; in doubt where it may be blank or too long.
  @inline(never)
  private func unreadText(_ place: Place, _ entry: UnsafeMutablePointer<ShapeEntry>) -> Place? {
    guard place[1] > 0x20, place[1] != UInt8(ascii: "\\"), !mayBeBlank(place[1]) else { return nil }
    guard let behind = skipString(place), behind - place - 2 <= entry.pointee.maximumLength else {
      return nil
    }
    return behind
  }

  /// What may be blank begins with white space: of ASCII, or the first byte of white space beyond it.
  @inline(__always)
  private func mayBeBlank(_ first: UInt8) -> Bool {
    first <= 0x22 || first == 0xC2 || (0xE1...0xE3).contains(first)
  }

  /// True for the empty text and where the first character is white space.
  private func isBlank(_ start: Place, _ length: Int) -> Bool {
    guard length > 0 else { return true }
    switch start[0] {
    case 0...0x20: return true
    case 0xC2: return start[1] == 0x85 || start[1] == 0xA0
    case 0xE1: return start[1] == 0x9A
    case 0xE2: return start[1] <= 0x81
    case 0xE3: return start[1] == 0x80
    default: return false
    }
  }

  private func characters(_ start: Place, _ length: Int) -> Int {
    var count = 0
    for offset in 0..<length where start[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
