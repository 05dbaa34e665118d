/// Reads records into columns, as strictly as the reader of trees.
///
/// It never reports: whatever it is not sure of (a value of another type, an escape, a number with an exponent, a key
/// that stands twice) is a doubt, and the record goes to the tree reader, whose error is the only error. So it may refuse
/// what is right, but accepts nothing that the tree reader would not.
///
/// Functions take the place of a value and return the place behind it, nil in doubt.
struct ColumnReader {
  let state: UnsafeMutablePointer<ReaderState>

  @inline(__always)
  func skipSpace(_ place: Place) -> Place { place.skippingSpace(lineFeeds: state.pointee.lineFeeds) }

  /// Reads a record, whose brace is next, into the next row of the batch.
  func record(_ start: Place) -> Place? {
    state.pointee.hasType = false
    state.pointee.hasWarnings = false
    state.pointee.depth = 0
    state.pointee.digestCount = 0
    let row = state.pointee.rows
    guard let behind = object(start, state.pointee.shapes + state.pointee.root.pointee.target, row),
      state.pointee.hasKey
    else { return nil }
    for place in 0..<state.pointee.keyCount where !state.pointee.keys[place].pointee.known.bit(row) {
      return nil
    }
    state.pointee.rows = row &+ 1
    return behind
  }

  /// Reads an object, whose brace is next.
  ///
  /// - Parameter row: the row of the object's values.
  func object(_ start: Place, _ shape: UnsafeMutablePointer<Shape>, _ row: Int) -> Place? {
    state.pointee.objects &+= 1
    let object = state.pointee.objects
    let firstDigest = state.pointee.digestCount
    var place = start + 1
    if place.pointee <= 0x20 { place = skipSpace(place) }
    if place.pointee == UInt8(ascii: "}") { return place + 1 }
    guard Shape.trustsOrder(shape) else { return unordered(place, shape, row, object) }
    var expected = shape.pointee.first
    var last: UnsafeMutablePointer<ShapeEntry>?
    while true {
      var entry = expected
      if ShapeEntry.matches(entry, place) {
        place += entry.pointee.length
      } else {
        var found: UnsafeMutablePointer<ShapeEntry>?
        guard let value = key(place, shape, expected, last, &found) else { return nil }
        place = value
        guard let found else {
          guard let behind = skipValue(skipSpace(place)) else { return nil }
          place = skipSpace(behind)
          if place.pointee == UInt8(ascii: ",") {
            place = skipSpace(place + 1)
            continue
          }
          guard place.pointee == UInt8(ascii: "}") else { return nil }
          return close(place + 1, firstDigest)
        }
        entry = found
      }
      // The same key a second time.
      if entry.pointee.object == object { return nil }
      entry.pointee.object = object
      if place.pointee <= 0x20 { place = skipSpace(place) }
      guard let behind = value(place, entry, row) else { return nil }
      place = behind
      last = entry
      expected = ShapeEntry.next(entry)
      guard let isMore = another(&place) else { return nil }
      if !isMore { return close(place + 1, firstDigest) }
    }
  }

  /// Passes what stands behind a member of an object.
  ///
  /// - Returns: true at the next key, false at the closing brace, nil at anything else.
  @inline(__always)
  func another(_ place: inout Place) -> Bool? {
    if place.pointee == UInt8(ascii: ","), place[1] == UInt8(ascii: "\"") {
      place += 1
      return true
    }
    if place.pointee <= 0x20 { place = skipSpace(place) }
    if place.pointee == UInt8(ascii: ",") {
      place = skipSpace(place + 1)
      return true
    }
    return place.pointee == UInt8(ascii: "}") ? false : nil
  }

  /// Behind an object: no undeclared key may have stood twice.
  @inline(__always)
  func close(_ place: Place, _ firstDigest: Int) -> Place? {
    if state.pointee.digestCount == firstDigest { return place }
    return dropDigests(from: firstDigest) ? place : nil
  }

  /// Passes a key that is not the expected one, and its colon.
  ///
  /// - Parameter found: set to the declared key that it is.
  @inline(never)
  func key(
    _ start: Place, _ shape: UnsafeMutablePointer<Shape>, _ expected: UnsafeMutablePointer<ShapeEntry>,
    _ last: UnsafeMutablePointer<ShapeEntry>?, _ found: inout UnsafeMutablePointer<ShapeEntry>?
  ) -> Place? {
    // Where a key is not given, one of those after it follows.
    guard start.pointee == UInt8(ascii: "\"") else { return nil }
    let end = shape.pointee.entries + shape.pointee.count
    if shape.pointee.patience > 0 {
      var candidate = expected
      for _ in 0..<4 where candidate < end {
        candidate = ShapeEntry.next(candidate)
        if candidate < end, ShapeEntry.matches(candidate, start) {
          found = candidate
          shape.pointee.losePatience(1)
          return start + candidate.pointee.length
        }
      }
      shape.pointee.losePatience(2)
    }
    guard let quote = StringScan.end(of: start + 1) else { return nil }
    let length = quote - start - 1
    found = shape.pointee.entry(of: start + 1, length)
    if let found {
      // The next record will mostly have its keys in the same order.
      if let last { ShapeEntry.link(last, to: found) } else { shape.pointee.first = found }
    } else {
      state.pointee.hasWarnings = true
      guard addDigest(start + 1, length) else { return nil }
    }
    let colon = skipSpace(quote + 1)
    guard colon.pointee == UInt8(ascii: ":") else { return nil }
    return colon + 1
  }

  /// Reads a value of a declared form.
  @inline(__always)
  func value(_ place: Place, _ entry: UnsafeMutablePointer<ShapeEntry>, _ row: Int) -> Place? {
    switch entry.pointee.form {
    case .decimal, .integer: return number(place, entry, row)
    case .text: return text(place, entry, row)
    case .member: return member(place, entry, row)
    case .boolean: return boolean(place, entry, row)
    case .date: return date(place, entry, row)
    default: return otherValue(place, entry, row)
    }
  }

  @inline(never)
  private func otherValue(_ place: Place, _ entry: UnsafeMutablePointer<ShapeEntry>, _ row: Int) -> Place? {
    switch entry.pointee.form {
    case .object:
      guard place.pointee == UInt8(ascii: "{") else { return null(place) }
      entry.pointee.column.pointee.setKnown(row)
      return object(place, state.pointee.shapes + entry.pointee.target, row)
    case .list: return list(place, entry, row)
    case .period: return period(place, entry, row)
    case .anything:
      state.pointee.hasWarnings = true
      return skipValue(place)
    case .type: return type(place)
    default: return null(place)
    }
  }

  /// Passes `null`, the only other thing that may stand here.
  @inline(never)
  func null(_ place: Place) -> Place? {
    place.word & 0xFFFF_FFFF == 0x6C6C_756E ? place + 4 : nil
  }

  private func type(_ place: Place) -> Place? {
    if let word = state.pointee.typeName.find(place) {
      state.pointee.hasType = true
      return place + word.pointee.length
    }
    return null(place)
  }
}
