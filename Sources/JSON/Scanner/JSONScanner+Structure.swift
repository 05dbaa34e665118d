extension JSONScanner {
  /// Checks length, byte order mark and encoding, and moves to the value; false after a failure.
  mutating func begin() -> Bool {
    if end > limits.length { return fail(.tooLong, at: limits.length, limit: limits.length) }
    if begins(with: "\u{FEFF}", at: 0) { return fail(.byteOrderMark, at: 0) }
    if end >= 2 {
      // RFC 4627 §3: a JSON text begins with two ASCII characters, so a NUL among them tells UTF-16 and UTF-32.
      let isMark = (self[0] == 0xFF && self[1] == 0xFE) || (self[0] == 0xFE && self[1] == 0xFF)
      if isMark || self[0] == 0 || self[1] == 0 { return fail(.notUTF8, at: 0) }
    }
    _ = skipSpace()
    if offset == end {
      failure = JSONFailure(code: .emptyInput, offset: end, expected: .value)
      return false
    }
    return true
  }

  /// Moves to a value and counts it; its first byte, or 0 after a failure.
  ///
  /// The byte tells the kind: `"`, `{`, `[`, `t`, `f`, `n`, `-` or a digit. Any other is a failure.
  @inline(__always)
  mutating func peekValue() -> UInt8 {
    let byte = skipSpace()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      valueCount &+= 1
      if valueCount <= limits.values { return byte }
      _ = fail(.tooManyValues, at: offset, limit: limits.values)
    default:
      _ = failStructure(expected: .value)
    }
    return 0
  }

  /// Passes `{`, which is next.
  @inline(__always)
  mutating func openObject() -> Step {
    guard open(firstKey: ledger.count) else { return .failed }
    let byte = skipSpace()
    if byte == UInt8(ascii: "\"") { return readKey() ? .item : .failed }
    if byte == UInt8(ascii: "}") { return closeObject() }
    _ = failStructure(expected: [.key, .endOfObject])
    return .failed
  }

  /// Passes `[`, which is next.
  @inline(__always)
  mutating func openArray() -> Step {
    guard open(firstKey: -1) else { return .failed }
    return skipSpace() == UInt8(ascii: "]") ? closeArray() : .item
  }

  /// Passes what follows a value in the innermost open object.
  @inline(__always)
  mutating func nextMember() -> Step {
    let byte = skipSpace()
    if byte == UInt8(ascii: ",") {
      offset &+= 1
      if skipSpace() == UInt8(ascii: "\"") { return readKey() ? .item : .failed }
      _ = failStructure(expected: .key)
      return .failed
    }
    if byte == UInt8(ascii: "}") { return closeObject() }
    _ = failStructure(expected: [.comma, .endOfObject])
    return .failed
  }

  /// Passes what follows a value in the innermost open array.
  @inline(__always)
  mutating func nextElement() -> Step {
    let byte = skipSpace()
    if byte == UInt8(ascii: ",") {
      offset &+= 1
      return .item
    }
    if byte == UInt8(ascii: "]") { return closeArray() }
    _ = failStructure(expected: [.comma, .endOfArray])
    return .failed
  }

  /// True where only white space is left; false after a failure.
  mutating func finish() -> Bool {
    _ = skipSpace()
    if offset == end { return true }
    return fail(.trailingBytes, at: offset, expected: .endOfInput)
  }

  @inline(__always)
  private mutating func open(firstKey: Int) -> Bool {
    if frames.count == limits.depth { return fail(.tooDeep, at: offset, limit: limits.depth) }
    frames.append(Frame(start: offset, firstKey: firstKey))
    offset &+= 1
    return true
  }

  @inline(__always)
  private mutating func closeArray() -> Step {
    offset &+= 1
    _ = frames.removeLast()
    return .end
  }

  private mutating func closeObject() -> Step {
    offset &+= 1
    let firstKey = frames.removeLast().firstKey
    if let repeated = ledger.repeatedKey(from: firstKey, in: bytes) {
      failure = JSONFailure(
        code: .duplicateKey, offset: repeated.second.start &- 1, related: repeated.first.start &- 1,
        key: repeated.second)
      return .failed
    }
    ledger.truncate(to: firstKey)
    return .end
  }
}
