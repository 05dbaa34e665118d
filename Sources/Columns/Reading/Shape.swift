/// The declared keys of one object at one place of a record.
struct Shape {
  /// Behind the last stands one that matches nothing.
  var entries: UnsafeMutablePointer<ShapeEntry>
  var count: Int
  /// The key that is expected to come first.
  var first: UnsafeMutablePointer<ShapeEntry>
  /// Places in `entries` by hash of the key.
  var slots: HashSlots
  /// The same by how their names begin.
  let heads: HeadTable<ShapeEntry>
  /// What surprises may still cost before order is no longer trusted: one for a key that another was expected before,
  /// two for any other that was not expected.
  private(set) var patience = Shape.mostPatience
  /// Objects since order was last trusted.
  private var disorders = 0
  private static let mostPatience = 8

  init(
    entries: UnsafeMutablePointer<ShapeEntry>, count: Int, slots: HashSlots, heads: HeadTable<ShapeEntry>
  ) {
    (self.entries, self.count, first) = (entries, count, entries)
    (self.slots, self.heads) = (slots, heads)
  }

  /// Whether the keys of an object are expected in an order: every object that keeps it restores some patience, and
  /// without any it is tried again now and then.
  @inline(__always)
  static func trustsOrder(_ shape: UnsafeMutablePointer<Shape>) -> Bool {
    guard shape.pointee.patience > 0 else { return triesAgain(shape) }
    shape.pointee.patience = min(mostPatience, shape.pointee.patience &+ 1 &+ shape.pointee.count &>> 2)
    return true
  }

  @inline(never)
  private static func triesAgain(_ shape: UnsafeMutablePointer<Shape>) -> Bool {
    shape.pointee.disorders &+= 1
    guard shape.pointee.disorders & 63 == 0 else { return false }
    shape.pointee.patience = mostPatience / 2
    return true
  }

  @inline(__always)
  mutating func losePatience(_ cost: Int) { patience &-= cost }

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
    var slot = heads.slot(of: start + 1)
    while let entry = heads.slots[slot] {
      if ShapeEntry.matches(entry, start) { return entry }
      slot = (slot &+ 1) & heads.mask
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
