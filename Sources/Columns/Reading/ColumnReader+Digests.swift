/// Digests tell keys apart; where two agree, the tree reader must look.
extension ColumnReader {
  /// Keeps the digest of a key; nil only where there are too many.
  @inline(__always)
  func addDigest(_ start: Place, _ length: Int) -> Bool {
    var digest = UInt64(truncatingIfNeeded: length)
    var offset = 0
    while offset &+ 8 <= length {
      digest = Self.mix(digest ^ (start + offset).word)
      offset &+= 8
    }
    let rest = UInt64(truncatingIfNeeded: (length &- offset) &* 8)
    digest = Self.mix(digest ^ ((start + offset).word & ((1 &<< rest) &- 1)))
    pushDigest(digest)
    return true
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value &* 0xFF51_AFD7_ED55_8CCD
    return product ^ (product &>> 32)
  }

  @inline(__always)
  func pushDigest(_ digest: UInt64) {
    if state.pointee.digestCount == state.pointee.digestCapacity { growDigests() }
    state.pointee.digests[state.pointee.digestCount] = digest
    state.pointee.digestCount &+= 1
  }

  @inline(never)
  private func growDigests() {
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * state.pointee.digestCapacity)
    larger.update(from: state.pointee.digests, count: state.pointee.digestCount)
    state.pointee.digests.deallocate()
    state.pointee.digests = larger
    state.pointee.digestCapacity *= 2
  }

  /// Forgets the keys of one object; false where two of them have the same digest.
  @inline(never)
  func dropDigests(from first: Int) -> Bool {
    let keys = state.pointee.digests + first
    let count = state.pointee.digestCount - first
    state.pointee.digestCount = first
    if count > 24 {
      var all = UnsafeMutableBufferPointer(start: keys, count: count)
      all.sort()
      for index in 1..<count where all[index - 1] == all[index] { return false }
      return true
    }
    var seen: UInt64 = 0
    for later in 0..<count {
      let bit: UInt64 = 1 &<< (keys[later] &>> 58)
      if seen & bit != 0 {
        for earlier in 0..<later where keys[earlier] == keys[later] { return false }
      }
      seen |= bit
    }
    return true
  }
}
