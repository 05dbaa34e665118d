extension UnsafeRawBufferPointer {
  /// The bytes in a range, as a buffer of its own: a slice of raw bytes is copied and compared one by one.
  @inline(__always)
  func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[range])
  }

  /// True where both hold the same bytes; eight at a time.
  func isEqual(to other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    var place = 0
    while place &+ 8 <= count {
      let word = loadUnaligned(fromByteOffset: place, as: UInt64.self)
      guard word == other.loadUnaligned(fromByteOffset: place, as: UInt64.self) else { return false }
      place &+= 8
    }
    while place < count {
      guard self[place] == other[place] else { return false }
      place &+= 1
    }
    return true
  }

  /// True where these bytes come before others in order of bytes, a beginning before what goes on; eight at a time.
  func precedes(_ other: UnsafeRawBufferPointer) -> Bool {
    let shared = Swift.min(count, other.count)
    var place = 0
    while place &+ 8 <= shared {
      let word = loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let otherWord = other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      // The first byte decides before all others.
      if word != otherWord { return word.bigEndian < otherWord.bigEndian }
      place &+= 8
    }
    while place < shared {
      if self[place] != other[place] { return self[place] < other[place] }
      place &+= 1
    }
    return count < other.count
  }
}
