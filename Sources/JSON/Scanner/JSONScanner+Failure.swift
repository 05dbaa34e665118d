extension JSONScanner {
  /// Records why the scanner stops; false, so that it can be returned.
  @inline(never)
  mutating func fail(
    _ code: JSONErrorCode, at place: Int, expected: JSONExpectation = [], related: Int? = nil
  ) -> Bool {
    if place >= end {
      failure = JSONFailure(
        code: .unexpectedEnd, offset: end, expected: expected, related: related ?? openBracket)
    } else {
      failure = JSONFailure(code: code, offset: place, expected: expected, related: related)
    }
    return false
  }

  /// Records that a limit was passed.
  @inline(never)
  mutating func fail(_ code: JSONErrorCode, at place: Int, limit: Int) -> Bool {
    failure = JSONFailure(code: code, offset: place, limit: limit)
    return false
  }

  /// Records why no value, key or mark of structure can be read here, as helpfully as the byte allows.
  @inline(never)
  mutating func failStructure(expected: JSONExpectation) -> Bool {
    let place = offset
    guard place < end else { return fail(.unexpectedEnd, at: place, expected: expected) }
    switch self[place] {
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      return fail(.comment, at: place, expected: expected)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if let comma = lastMark(before: place), self[comma] == UInt8(ascii: ","), frames.count > 0 {
        return fail(.trailingComma, at: comma, expected: expected)
      }
    case UInt8(ascii: "+") where expected.contains(.value):
      return fail(.plusSign, at: place, expected: expected)
    case UInt8(ascii: ".") where expected.contains(.value):
      return fail(.missingDigit, at: place, expected: .digit)
    case UInt8(ascii: "a")...UInt8(ascii: "z") where expected.contains(.value),
      UInt8(ascii: "A")...UInt8(ascii: "Z") where expected.contains(.value):
      return fail(isNonFinite(at: place) ? .nonFiniteNumber : .unknownWord, at: place, expected: expected)
    case 0x80...:
      if UTF8Sequence.length(at: place, in: bytes) == nil { return failUTF8(at: place) }
    default: break
    }
    return fail(.unexpectedByte, at: place, expected: expected)
  }

  /// Records ill-formed UTF-8, or an end that cuts a well-formed sequence.
  @inline(never)
  mutating func failUTF8(at place: Int, related: Int? = nil) -> Bool {
    if UTF8Sequence.isCut(at: place, in: bytes) {
      return fail(.unexpectedEnd, at: end, expected: .endOfString, related: related)
    }
    return fail(.invalidUTF8, at: place)
  }

  /// True where a word stands that other languages read as a number.
  func isNonFinite(at place: Int) -> Bool {
    begins(with: "NaN", at: place) || begins(with: "nan", at: place) || begins(with: "Inf", at: place)
      || begins(with: "inf", at: place)
  }

  /// True where these bytes stand.
  func begins(with text: StaticString, at place: Int) -> Bool {
    text.withUTF8Buffer { wanted in
      guard end - place >= wanted.count else { return false }
      for index in wanted.indices where wanted[index] != self[place + index] { return false }
      return true
    }
  }

  /// Where the innermost open array or object begins.
  private var openBracket: Int? {
    frames.count > 0 ? frames[frames.count - 1].start : nil
  }

  /// The last byte before a place that is not white space.
  private func lastMark(before place: Int) -> Int? {
    var place = place - 1
    while place >= 0 {
      switch self[place] {
      case 0x20, 0x0A, 0x0D, 0x09: place -= 1
      default: return place
      }
    }
    return nil
  }
}
