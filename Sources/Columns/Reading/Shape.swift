/// The declared keys of one object at one place of a record.
struct Shape {
  /// Behind the last stands one that matches nothing.
  var entries: UnsafeMutablePointer<ShapeEntry>
  var count: Int
  /// The key that is expected to come first.
  var first: UnsafeMutablePointer<ShapeEntry>
  /// Places in `entries` by hash of the key.
  var slots: HashSlots
  /// The same by the first eight bytes of the key.
  var headSlots: HeadSlots
  /// How often the keys that follow are tried before the table is asked: as many times as that has paid of late.
  var patience = 4
  /// Keys that the table had to tell since the order was last trusted.
  var surprises = 0

  /// A hash of a key by its ends and its length.
  @inline(__always)
  static func hash(_ start: Place, _ length: Int) -> Int {
    let first = start.word
    var head = first
    var tail: UInt64 = 0
    if length < 8 {
      head = first & ((1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1)
    } else {
      tail = (start + length - 8).word
    }
    let mixed =
      (head ^ (tail &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: length)) &* 0xFF51_AFD7_ED55_8CCD
    return Int(truncatingIfNeeded: mixed &>> 40)
  }

  /// The entry of a declared key whose colon follows at once; nil for any other.
  ///
  /// - Parameter start: the opening quote.
  @inline(__always)
  func plainEntry(at start: Place) -> UnsafeMutablePointer<ShapeEntry>? {
    var slot = headSlots.slot(of: start + 1)
    while headSlots.entries[slot] != 0 {
      let entry = entries + (Int(headSlots.entries[slot]) &- 1)
      if ShapeEntry.matches(entry, start) { return entry }
      slot = (slot &+ 1) & headSlots.mask
    }
    return nil
  }

  /// The entry of a key of which only the bytes between the quotes are known; nil where it is not declared.
  @inline(never)
  func entry(of start: Place, _ length: Int) -> UnsafeMutablePointer<ShapeEntry>? {
    var slot = Self.hash(start, length) & slots.mask
    while slots.entries[slot] != 0 {
      let entry = entries + Int(slots.entries[slot]) - 1
      if entry.pointee.length == length + 3, Self.isEqual(start, entry.pointee.name.text + 1, length) {
        return entry
      }
      slot = (slot + 1) & slots.mask
    }
    return nil
  }

  static func isEqual(_ left: Place, _ right: Place, _ length: Int) -> Bool {
    var offset = 0
    while offset + 8 <= length {
      guard (left + offset).word == (right + offset).word else { return false }
      offset += 8
    }
    while offset < length {
      guard left[offset] == right[offset] else { return false }
      offset += 1
    }
    return true
  }
}
