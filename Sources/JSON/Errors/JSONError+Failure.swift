extension JSONError {
  /// The failure of a scanner over `source`, whose first byte stands at `origin`.
  init(_ failure: JSONFailure, in source: ArraySlice<UInt8>, origin: JSONPosition) {
    func place(_ offset: Int) -> JSONPosition { origin.advanced(over: source.prefix(offset)) }
    code = failure.code
    position = place(failure.offset)
    found = Text(utf8: Self.excerpt(of: source.dropFirst(failure.offset)))
    expected = failure.expected
    key = failure.key.map { key in
      Text(utf8: source.withUnsafeBytes { key.decoded(from: $0) })
    }
    related = failure.related.map(place)
    limit = failure.limit
  }

  /// The word, the number or the one character at the front.
  private static func excerpt(of rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let word = rest.prefix(32).prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
    if !word.isEmpty { return word }
    let length = rest.withUnsafeBytes { bytes in
      bytes.isEmpty ? 0 : UTF8Sequence.length(at: 0, in: bytes) ?? 1
    }
    return rest.prefix(length)
  }
}
