/// The keys of the objects that are open, so that a key that stands twice is found when its object ends.
///
/// Few keys are compared pair by pair, more through a hash table. Keys chosen to collide there fall back to
/// sorting, so that no input takes more than O(n log n) comparisons.
struct KeyLedger {
  private struct Entry {
    var digest: UInt64
    var start: UInt32
    /// The length in the upper 31 bits; the lowest tells whether the key must be decoded.
    var lengthAndEscape: UInt32

    var lexeme: JSONLexeme {
      JSONLexeme(
        start: Int(start), end: Int(start) + Int(lengthAndEscape >> 1), isEscaped: lengthAndEscape & 1 == 1)
    }
  }

  private var entries: [Entry] = []
  /// Places in `entries` plus 1, from the first key of the object; 0 is free.
  private var slots: [UInt32] = []

  /// The keys of all open objects.
  var count: Int { entries.count }

  /// Keeps one more key.
  mutating func append(_ key: JSONLexeme, digest: UInt64) {
    entries.append(
      Entry(
        digest: digest, start: UInt32(truncatingIfNeeded: key.start),
        lengthAndEscape: UInt32(truncatingIfNeeded: (key.end &- key.start) &<< 1) | (key.isEscaped ? 1 : 0)))
  }

  /// Forgets the keys of the innermost object.
  mutating func removeLast(from first: Int) {
    entries.removeLast(entries.count &- first)
  }

  /// Forgets all keys.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
  }

  /// The earliest key that stands before, among those from `first` on, with the place where it stood.
  mutating func repeatedKey(
    from first: Int, in bytes: UnsafeRawBufferPointer
  ) -> (first: JSONLexeme, second: JSONLexeme)? {
    let count = entries.count - first
    if count > 12 { return repeatedByTable(from: first, in: bytes) }
    for later in first + 1..<first + count {
      for earlier in first..<later where entries[earlier].digest == entries[later].digest {
        if isEqual(earlier, later, in: bytes) { return (entries[earlier].lexeme, entries[later].lexeme) }
      }
    }
    return nil
  }

  private mutating func repeatedByTable(
    from first: Int, in bytes: UnsafeRawBufferPointer
  ) -> (first: JSONLexeme, second: JSONLexeme)? {
    let count = entries.count - first
    var size = 32
    while size < 2 * count { size *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(0, count: size))
    var patience = 8 * count
    for later in first..<entries.count {
      let digest = entries[later].digest
      var slot = Int(truncatingIfNeeded: digest) & (size - 1)
      while slots[slot] != 0 {
        let earlier = first + Int(slots[slot]) - 1
        if entries[earlier].digest == digest, isEqual(earlier, later, in: bytes) {
          return (entries[earlier].lexeme, entries[later].lexeme)
        }
        slot = (slot + 1) & (size - 1)
        patience -= 1
        if patience == 0 { return repeatedBySorting(from: first, in: bytes) }
      }
      slots[slot] = UInt32(truncatingIfNeeded: later - first + 1)
    }
    return nil
  }

  private func repeatedBySorting(
    from first: Int, in bytes: UnsafeRawBufferPointer
  ) -> (first: JSONLexeme, second: JSONLexeme)? {
    var keys = (first..<entries.count).map { (place: $0, text: entries[$0].lexeme.decoded(from: bytes)) }
    keys.sort { left, right in
      if left.text == right.text { return left.place < right.place }
      return left.text.lexicographicallyPrecedes(right.text)
    }
    var found: (earlier: Int, later: Int)?
    for (left, right) in zip(keys, keys.dropFirst()) where left.text == right.text {
      if found.map({ right.place < $0.later }) ?? true { found = (left.place, right.place) }
    }
    return found.map { (entries[$0.earlier].lexeme, entries[$0.later].lexeme) }
  }

  private func isEqual(_ left: Int, _ right: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    let left = entries[left].lexeme
    let right = entries[right].lexeme
    if left.isEscaped || right.isEscaped { return left.decoded(from: bytes) == right.decoded(from: bytes) }
    return bytes[left.start..<left.end].elementsEqual(bytes[right.start..<right.end])
  }
}
