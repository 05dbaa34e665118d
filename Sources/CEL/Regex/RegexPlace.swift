/// A place between two code points of a text.
struct RegexPlace {
  private var previous: UInt32?
  /// The code point after the place; nil at the end.
  private(set) var next: UInt32?
  /// Where the next code point ends, in bytes.
  private var offset = 0

  /// The place before the first code point.
  init(_ text: Span<UInt8>) { advance(text) }

  /// Moves over the next code point.
  mutating func advance(_ text: Span<UInt8>) {
    previous = next
    guard offset < text.count else {
      next = nil
      return
    }
    let (codePoint, length) = UTF8Decoding.decode(text, offset) ?? (0xFFFD, 1)
    next = codePoint
    offset += length
  }

  func satisfies(_ assertion: RegexAssertion) -> Bool {
    switch assertion {
    case .textStart: previous == nil
    case .textEnd: next == nil
    case .lineStart: previous == nil || previous == 0x0A
    case .lineEnd: next == nil || next == 0x0A
    case .wordBoundary: Self.isWord(previous) != Self.isWord(next)
    case .noWordBoundary: Self.isWord(previous) == Self.isWord(next)
    }
  }

  private static func isWord(_ codePoint: UInt32?) -> Bool {
    guard let codePoint, codePoint < 0x80 else { return false }
    return UInt8(truncatingIfNeeded: codePoint).isWordCharacter
  }
}
