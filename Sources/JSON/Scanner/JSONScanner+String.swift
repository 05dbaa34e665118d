extension JSONScanner {
  /// Reads a string whose opening quote is next; its contents then end before the quote that was passed.
  @inline(__always)
  mutating func string() -> StringForm {
    // Most strings are short and ASCII; what the first two words do not settle goes the long way.
    var place = offset &+ 1
    for _ in 0..<2 where place &+ 8 <= end {
      let special = Self.special(in: word(at: place))
      if special == 0 {
        place &+= 8
        continue
      }
      place &+= special.trailingZeroBitCount &>> 3
      if self[place] == UInt8(ascii: "\"") {
        offset = place &+ 1
        return .plain
      }
      break
    }
    return longString(from: place)
  }

  /// Reads the rest of a string, of which everything before `place` is plain.
  @inline(never)
  mutating func longString(from place: Int) -> StringForm {
    let quote = offset
    var place = place
    var form = StringForm.plain
    while true {
      while place &+ 8 <= end {
        let special = Self.special(in: word(at: place))
        guard special == 0 else {
          place &+= special.trailingZeroBitCount &>> 3
          break
        }
        place &+= 8
      }
      guard place < end else {
        _ = fail(.unexpectedEnd, at: place, expected: .endOfString, related: quote)
        return .failed
      }
      let byte = self[place]
      if byte == UInt8(ascii: "\"") {
        offset = place &+ 1
        return form
      }
      if byte >= 0x80 {
        repeat {
          guard let length = UTF8Sequence.length(at: place, in: bytes) else {
            _ = failUTF8(at: place, related: quote)
            return .failed
          }
          place &+= length
        } while place < end && self[place] >= 0x80
      } else if byte == UInt8(ascii: "\\") {
        form = .escaped
        guard let length = escape(at: place, start: quote) else { return .failed }
        place &+= length
      } else if byte < 0x20 {
        _ = fail(.controlCharacter, at: place, expected: .endOfString)
        return .failed
      } else {
        place &+= 1
      }
    }
  }

  /// The high bit of each byte that a plain string does not hold: quote, backslash, control, not ASCII.
  ///
  /// Only the lowest bit set is certain: borrows may raise bits above it.
  @inline(__always)
  static func special(in word: UInt64) -> UInt64 {
    let quote = word ^ 0x2222_2222_2222_2222
    let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
    let ones: UInt64 = 0x0101_0101_0101_0101
    let control = word &- 0x2020_2020_2020_2020
    return (word | control | (quote &- ones) | (backslash &- ones)) & 0x8080_8080_8080_8080
  }

  /// Checks the escape at a backslash; its length, or nil after a failure.
  private mutating func escape(at place: Int, start: Int) -> Int? {
    guard place + 1 < end else {
      _ = fail(.unexpectedEnd, at: end, expected: .endOfString, related: start)
      return nil
    }
    switch self[place + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    case UInt8(ascii: "u"): break
    default:
      _ = fail(.invalidEscape, at: place)
      return nil
    }
    guard let unit = unicodeEscape(at: place, start: start) else { return nil }
    if unit & 0xF800 != 0xD800 { return 6 }
    // A high surrogate wants a low one; where the input ends before that can be seen, it is the end that is wrong.
    if unit < 0xDC00, place + 6 >= end || self[place + 6] == UInt8(ascii: "\\") {
      guard place + 7 < end else {
        _ = fail(.unexpectedEnd, at: end, expected: .endOfString, related: start)
        return nil
      }
      if self[place + 7] == UInt8(ascii: "u") {
        guard let low = unicodeEscape(at: place + 6, start: start) else { return nil }
        if low & 0xFC00 == 0xDC00 { return 12 }
      }
    }
    _ = fail(.unpairedSurrogate, at: place)
    return nil
  }

  /// The code unit of `\uXXXX`, whose backslash and `u` have been seen; nil after a failure.
  private mutating func unicodeEscape(at place: Int, start: Int) -> UInt16? {
    var unit: UInt16 = 0
    for digit in place + 2..<place + 6 {
      guard digit < end else {
        _ = fail(.unexpectedEnd, at: end, expected: .endOfString, related: start)
        return nil
      }
      guard let value = self[digit].hexadecimalValue else {
        _ = fail(.invalidUnicodeEscape, at: place)
        return nil
      }
      unit = unit << 4 | UInt16(value)
    }
    return unit
  }
}
