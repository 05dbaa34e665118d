extension JSONScanner {
  /// Reads a key, whose opening quote is next, and its colon; false after a failure.
  @inline(__always)
  mutating func readKey() -> Bool {
    let start = offset &+ 1
    var place = start
    var digest = KeyDigest()
    // Scanning and digesting go word by word together, for as long as the key is plain.
    while place &+ 8 <= end {
      let word = word(at: place)
      let special = Self.special(in: word)
      if special == 0 {
        digest.add(word)
        place &+= 8
        continue
      }
      let bits = special.trailingZeroBitCount &- 7
      place &+= bits &>> 3
      guard self[place] == UInt8(ascii: "\"") else { break }
      digest.finish(word & ((1 &<< bits) &- 1), count: place &- start)
      offset = place &+ 1
      key = JSONLexeme(start: start, end: place, isEscaped: false)
      return finishKey(digest)
    }
    return readLongKey(from: place)
  }

  /// Reads a key of which everything before `place` is plain.
  @inline(never)
  private mutating func readLongKey(from place: Int) -> Bool {
    let start = offset &+ 1
    let form = longString(from: place)
    if form == .failed { return false }
    key = JSONLexeme(start: start, end: offset &- 1, isEscaped: form == .escaped)
    return finishKey(KeyDigest(of: key, in: bytes))
  }

  @inline(__always)
  private mutating func finishKey(_ digest: KeyDigest) -> Bool {
    guard skipSpace() == UInt8(ascii: ":") else { return failStructure(expected: .colon) }
    offset &+= 1
    keyDigest = digest.value
    ledger.append(key, digest: keyDigest)
    return true
  }
}
