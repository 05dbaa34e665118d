import JSON

/// Elements are read one after the other, so those before a break in the text are kept.
extension DocumentReader {
  /// Passes the `[` of an array; false where the one value is none.
  mutating func beginDocument() throws(SourceError) -> Bool {
    try window.skipSpace()
    guard window.next == UInt8(ascii: "[") else { return false }
    window.advance(to: window.offset + 1)
    stage = .first
    return true
  }

  /// The bytes of the next element, where it is an object whose brackets and quotes match, fetching on for as long as it is
  /// cut; nil at anything else, which `next` goes on with.
  mutating func nextObject() throws(SourceError) -> Range<Int>? {
    if stage == .document, try !beginDocument() { return nil }
    if stage == .separator {
      try window.skipSpace()
      guard window.next == UInt8(ascii: ",") else { return nil }
      window.advance(to: window.offset + 1)
      stage = .element
    }
    guard stage == .first || stage == .element else { return nil }
    try window.skipSpace()
    guard window.next == UInt8(ascii: "{") else { return nil }
    while true {
      switch window.bytes.withUnsafeBytes({ ObjectScan.ending($0, from: window.offset) }) {
      case .end(let end): return end - window.offset <= limits.length ? window.offset..<end : nil
      case .unusual: return nil
      case .cut:
        guard window.unread.count <= limits.length, try window.fetch() else { return nil }
      }
    }
  }

  /// Passes the object that `nextObject` found.
  mutating func passObject(to end: Int) {
    window.advance(to: end)
    stage = .separator
  }

  mutating func firstElement() throws(SourceError) -> Result<JSONDocument, BrokenDocument>? {
    try window.skipSpace()
    return window.next == UInt8(ascii: "]") ? try finish() : try element()
  }

  /// Passes what stands behind an element.
  mutating func nextElement() throws(SourceError) -> Result<JSONDocument, BrokenDocument>? {
    try window.skipSpace()
    switch window.next {
    case UInt8(ascii: "]"): return try finish()
    case UInt8(ascii: ","):
      window.advance(to: window.offset + 1)
      return try element()
    default: return unexpected([.comma, .endOfArray])
    }
  }

  mutating func element() throws(SourceError) -> Result<JSONDocument, BrokenDocument>? {
    try window.skipSpace()
    guard window.next != nil else { return unexpected(.value) }
    switch try value() {
    case .success(let document):
      window.advance(to: document.root.range.upperBound)
      stage = .separator
      return .success(document)
    case .failure(let error):
      let isPassed = try skipBrokenElement()
      stage = isPassed ? .separator : .end
      return .failure(BrokenDocument(error, endsSource: !isPassed && error.code != .unexpectedEnd))
    }
  }

  /// The whole source as one value, with nothing behind it.
  mutating func onlyObject() throws(SourceError) -> Result<JSONDocument, BrokenDocument>? {
    stage = .end
    switch try value() {
    case .success(let document):
      window.advance(to: document.root.range.upperBound)
      try window.skipSpace()
      return window.next == nil ? .success(document) : unexpected(.endOfInput)
    case .failure(let error): return .failure(BrokenDocument(error))
    }
  }

  /// The value that is next, fetching on for as long as it is cut.
  private mutating func value() throws(SourceError) -> Result<JSONDocument, JSONError> {
    while true {
      let range = window.unread.prefix(limits.length)
      let result = prefix(range)
      let end: Int
      switch result {
      // A number that reaches the last byte may go on.
      case .success(let document): end = document.root.kind == .number ? document.root.range.count : 0
      case .failure(let error): end = error.position.byte - window.place.byte + error.found.utf8.count
      }
      if end < range.count { return result }
      if range.count < window.unread.count { return .failure(tooLong()) }
      guard try window.fetch() else { return result }
    }
  }

  private mutating func prefix(_ range: Range<Int>) -> Result<JSONDocument, JSONError> {
    do throws(JSONError) {
      return .success(try parser.parsePrefix(of: window.bytes, in: range, origin: window.place))
    } catch {
      return .failure(error)
    }
  }

  /// Passes a broken element up to the `,` or `]` behind it; false where brackets and quotes do not tell where that is.
  private mutating func skipBrokenElement() throws(SourceError) -> Bool {
    var skip = BrokenElementSkip()
    repeat {
      for index in window.unread {
        switch skip.pass(window.bytes[index]) {
        case .inside: break
        case .end:
          window.advance(to: index)
          return true
        case .lost: return false
        }
      }
      window.advance(to: window.bytes.count)
    } while try window.fetch()
    return false
  }

  /// Passes `]`; nothing may follow.
  private mutating func finish() throws(SourceError) -> Result<JSONDocument, BrokenDocument>? {
    window.advance(to: window.offset + 1)
    try window.skipSpace()
    stage = .end
    return window.next == nil ? nil : unexpected(.endOfInput)
  }

  private mutating func unexpected(_ expected: JSONExpectation) -> Result<JSONDocument, BrokenDocument> {
    stage = .end
    guard let found = window.next else {
      return .failure(
        BrokenDocument(JSONError(code: .unexpectedEnd, position: window.place, expected: expected)))
    }
    let error = JSONError(
      code: expected == .endOfInput ? .trailingBytes : .unexpectedByte, position: window.place,
      found: Text(utf8: [found]), expected: expected)
    return .failure(BrokenDocument(error, endsSource: true))
  }
}
