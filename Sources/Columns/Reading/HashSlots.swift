/// A table of places by hashes: open, a quarter full at most.
struct HashSlots {
  /// Places plus 1; a power of two of them.
  let entries: UnsafeMutablePointer<UInt16>
  let mask: Int

  init(_ hashes: [Int]) {
    var count = 8
    while count < 4 * hashes.count { count *= 2 }
    entries = .allocate(capacity: count)
    entries.initialize(repeating: 0, count: count)
    mask = count - 1
    for (place, hash) in hashes.enumerated() {
      var slot = hash & mask
      while entries[slot] != 0 { slot = (slot + 1) & mask }
      entries[slot] = UInt16(place + 1)
    }
  }
}
