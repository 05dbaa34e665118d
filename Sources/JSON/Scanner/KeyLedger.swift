/// The keys of the objects that are open, so that a key that stands twice is found when its object ends.
///
/// Of few keys, those whose digests agree in six bits are compared; more go through a hash table. Keys chosen to
/// collide there fall back to sorting, so that no input takes more than O(n log n) comparisons.
struct KeyLedger: ~Copyable {
  /// A key in the source.
  private struct Entry: BitwiseCopyable {
    var digest: UInt32
    var start: UInt32
    /// The length in the upper 31 bits; the lowest tells whether the key must be decoded.
    var lengthAndEscape: UInt32

    var lexeme: JSONLexeme {
      JSONLexeme(
        start: Int(start), end: Int(start) &+ Int(lengthAndEscape >> 1), isEscaped: lengthAndEscape & 1 == 1)
    }
  }

  /// Two places of the same key.
  typealias Repetition = (first: JSONLexeme, second: JSONLexeme)

  private static let fewKeys = 32

  private var entries = Scratch<Entry>()
  /// Places in `entries` plus 1, counted from the first key of the object; 0 is free.
  private var slots: [UInt32] = []

  /// The keys of all open objects.
  @inline(__always)
  var count: Int { entries.count }

  /// Keeps one more key.
  @inline(__always)
  mutating func append(_ key: JSONLexeme, digest: UInt32) {
    let length = UInt32(truncatingIfNeeded: key.end &- key.start)
    entries.append(
      Entry(
        digest: digest, start: UInt32(truncatingIfNeeded: key.start),
        lengthAndEscape: length &<< 1 | (key.isEscaped ? 1 : 0)))
  }

  /// Forgets the keys of the innermost object, or all.
  @inline(__always)
  mutating func truncate(to count: Int) { entries.truncate(to: count) }

  /// The first key that stands before, among those from `first` on.
  @inline(__always)
  mutating func repeatedKey(from first: Int, in bytes: UnsafeRawBufferPointer) -> Repetition? {
    if entries.count &- first > Self.fewKeys { return repeatedByTable(from: first, in: bytes) }
    var seen: UInt64 = 0
    var place = first
    while place < entries.count {
      let bit: UInt64 = 1 &<< UInt64(entries[place].digest &>> 26)
      if seen & bit != 0, let earlier = earlierKey(than: place, from: first, in: bytes) {
        return repetition(earlier, place)
      }
      seen |= bit
      place &+= 1
    }
    return nil
  }

  /// The key before a place that is equal to the key there.
  private func earlierKey(than later: Int, from first: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    var earlier = first
    while earlier < later {
      if isEqual(earlier, later, in: bytes) { return earlier }
      earlier &+= 1
    }
    return nil
  }

  private mutating func repeatedByTable(from first: Int, in bytes: UnsafeRawBufferPointer) -> Repetition? {
    let count = entries.count - first
    let bits = Int.bitWidth - (2 * count - 1).leadingZeroBitCount
    let mask = 1 << bits - 1
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(0, count: mask + 1))
    var patience = 8 * count
    for later in first..<entries.count {
      // The upper bits of a digest are its best ones.
      var slot = Int(truncatingIfNeeded: entries[later].digest >> UInt32(32 - bits))
      while slots[slot] != 0 {
        let earlier = first + Int(slots[slot]) - 1
        if isEqual(earlier, later, in: bytes) { return repetition(earlier, later) }
        slot = (slot + 1) & mask
        patience -= 1
        if patience == 0 { return repeatedBySorting(from: first, in: bytes) }
      }
      slots[slot] = UInt32(truncatingIfNeeded: later - first + 1)
    }
    return nil
  }

  private func repeatedBySorting(from first: Int, in bytes: UnsafeRawBufferPointer) -> Repetition? {
    var keys: [(place: Int, text: [UInt8])] = []
    for place in first..<entries.count { keys.append((place, entries[place].lexeme.decoded(from: bytes))) }
    keys.sort { left, right in
      if left.text == right.text { return left.place < right.place }
      return left.text.lexicographicallyPrecedes(right.text)
    }
    var found: (earlier: Int, later: Int)?
    for (left, right) in zip(keys, keys.dropFirst()) where left.text == right.text {
      if found.map({ right.place < $0.later }) ?? true { found = (left.place, right.place) }
    }
    return found.map { repetition($0.earlier, $0.later) }
  }

  private func repetition(_ earlier: Int, _ later: Int) -> Repetition {
    (entries[earlier].lexeme, entries[later].lexeme)
  }

  @inline(__always)
  private func isEqual(_ left: Int, _ right: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    entries[left].digest == entries[right].digest
      && Self.isEqual(entries[left].lexeme, entries[right].lexeme, in: bytes)
  }

  @inline(never)
  private static func isEqual(
    _ left: JSONLexeme, _ right: JSONLexeme, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    if left.isEscaped || right.isEscaped { return left.decoded(from: bytes) == right.decoded(from: bytes) }
    return bytes.part(left.start..<left.end).isEqual(to: bytes.part(right.start..<right.end))
  }
}
