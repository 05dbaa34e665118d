/// Objects whose keys stand in another order each time.
extension ColumnReader {
  /// Reads an object from its first key on: each key is looked up.
  ///
  /// - Parameter object: the number of the object.
  @inline(never)
  func unordered(
    _ start: Place, _ shape: UnsafeMutablePointer<Shape>, _ row: Int, _ object: UInt64
  ) -> Place? {
    let firstDigest = state.pointee.digestCount
    var place = start
    while true {
      if let entry = shape.pointee.plainEntry(at: place) {
        place += entry.pointee.length
        guard entry.pointee.object != object else { return nil }
        entry.pointee.object = object
        if place.pointee <= 0x20 { place = skipSpace(place) }
        guard let behind = value(place, entry, row) else { return nil }
        place = behind
      } else {
        guard let behind = unusual(place, shape, row, object) else { return nil }
        place = behind
      }
      guard let isMore = another(&place) else { return nil }
      if !isMore { return close(place + 1, firstDigest) }
    }
  }

  /// Reads a key that is not declared or not written as most are, and its value.
  @inline(never)
  private func unusual(
    _ start: Place, _ shape: UnsafeMutablePointer<Shape>, _ row: Int, _ object: UInt64
  ) -> Place? {
    var found: UnsafeMutablePointer<ShapeEntry>?
    guard let colon = key(start, shape, shape.pointee.first, nil, &found) else { return nil }
    let place = skipSpace(colon)
    guard let found else { return skipValue(place) }
    guard found.pointee.object != object else { return nil }
    found.pointee.object = object
    return value(place, found, row)
  }
}
