/// The declared keys of one object at one place of a record.
struct Shape {
  var entries: UnsafeMutablePointer<ShapeEntry>
  var count: Int
  /// The key that is expected to come first.
  var first: UnsafeMutablePointer<ShapeEntry>
  /// Places in `entries` plus 1 by hash of the key; a power of two of them.
  var slots: UnsafeMutablePointer<UInt16>
  var slotMask: Int
  /// The same by the first eight bytes of the key.
  var headSlots: UnsafeMutablePointer<UInt16>
  /// Chosen so that few keys share a slot of their heads.
  var seed: UInt64 = 0
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

  /// A slot by the first eight bytes of a key, or as many as it has: found without a branch.
  @inline(__always)
  func headSlot(_ start: Place) -> Int {
    let word = start.word
    let stops = StringScan.stops(in: word)
    let first = stops & (0 &- stops)
    let head = word & ((first &>> 7) &- 1)
    let mixed = (head ^ seed) &* 0xFF51_AFD7_ED55_8CCD
    return Int(truncatingIfNeeded: mixed &>> 40) & slotMask
  }

  /// The entry of a declared key whose colon follows at once; nil for any other.
  ///
  /// - Parameter start: the opening quote.
  @inline(__always)
  func plainEntry(at start: Place) -> UnsafeMutablePointer<ShapeEntry>? {
    var slot = headSlot(start + 1)
    while headSlots[slot] != 0 {
      let entry = entries + (Int(headSlots[slot]) &- 1)
      if entry.pointee.matches(start) { return entry }
      slot = (slot &+ 1) & slotMask
    }
    return nil
  }

  /// The entry of a key of which only the bytes between the quotes are known; nil where it is not declared.
  @inline(never)
  func entry(of start: Place, _ length: Int) -> UnsafeMutablePointer<ShapeEntry>? {
    var slot = Self.hash(start, length) & slotMask
    while slots[slot] != 0 {
      let entry = entries + Int(slots[slot]) - 1
      if entry.pointee.length == length + 3, Self.isEqual(start, entry.pointee.text + 1, length) {
        return entry
      }
      slot = (slot + 1) & slotMask
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
