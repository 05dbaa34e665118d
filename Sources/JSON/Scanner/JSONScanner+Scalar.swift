extension JSONScanner {
  /// Reads a number whose first byte (`-` or a digit) is next; false after a failure.
  ///
  /// Only the grammar is checked: a number of any size stays as it is written.
  mutating func number() -> Bool {
    var place = offset
    if self[place] == UInt8(ascii: "-") {
      place &+= 1
      guard isDigit(at: place) else {
        if isNonFinite(at: place) { return fail(.nonFiniteNumber, at: offset, expected: .digit) }
        return fail(.missingDigit, at: place, expected: .digit)
      }
    }
    if self[place] == UInt8(ascii: "0") {
      place &+= 1
      if isDigit(at: place) { return fail(.leadingZero, at: place &- 1) }
    } else {
      skipDigits(&place)
    }
    if place < end, self[place] == UInt8(ascii: ".") {
      place &+= 1
      guard isDigit(at: place) else { return fail(.missingDigit, at: place, expected: .digit) }
      skipDigits(&place)
    }
    if place < end, self[place] | 0x20 == UInt8(ascii: "e") {
      place &+= 1
      if place < end, self[place] == UInt8(ascii: "+") || self[place] == UInt8(ascii: "-") { place &+= 1 }
      guard isDigit(at: place) else { return fail(.missingDigit, at: place, expected: .digit) }
      skipDigits(&place)
    }
    offset = place
    return true
  }

  /// Reads `true`, `false` or `null`, whose first byte is next; false after a failure.
  mutating func literal() -> Bool {
    let length: Int
    if word32(at: offset) == 0x6575_7274 || word32(at: offset) == 0x6C6C_756E {
      length = 4
    } else if self[offset] == UInt8(ascii: "f"), word32(at: offset &+ 1) == 0x6573_6C61 {
      length = 5
    } else {
      return failLiteral()
    }
    offset &+= length
    return true
  }

  /// Four bytes, the first of them lowest; 0 where fewer are left.
  @inline(__always)
  private func word32(at place: Int) -> UInt32 {
    guard place &+ 4 <= end else { return 0 }
    return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }

  /// Tells a word that the end has cut from one that is wrong.
  @inline(never)
  private mutating func failLiteral() -> Bool {
    let rest = bytes.part(offset..<end)
    let isCut =
      rest.count < 5
      && (Self.isPrefix(rest, of: "true") || Self.isPrefix(rest, of: "false")
        || Self.isPrefix(rest, of: "null"))
    if isCut { return fail(.unexpectedEnd, at: end, expected: .value) }
    return failStructure(expected: .value)
  }

  private static func isPrefix(_ bytes: UnsafeRawBufferPointer, of word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard bytes.count <= word.count else { return false }
      for index in bytes.indices where bytes[index] != word[index] { return false }
      return true
    }
  }

  @inline(__always)
  private func isDigit(at place: Int) -> Bool {
    place < end && self[place] &- UInt8(ascii: "0") <= 9
  }

  @inline(__always)
  private func skipDigits(_ place: inout Int) {
    while isDigit(at: place) { place &+= 1 }
  }
}
