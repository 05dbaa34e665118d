/// A pattern as a table (a deterministic automaton): one look-up for each code point of a text.
struct RegexDFA: Sendable {
  private let alphabet: RegexAlphabet
  /// The following state by state and symbol.
  private let table: [UInt16]
  /// Whether a text that ends in the state matches.
  private let acceptsAtEnd: [Bool]

  /// The state from which every text matches.
  static let accepting: UInt16 = 0
  /// The state from which none does.
  static let dead: UInt16 = 1
  /// The state before the first code point.
  static let initial: UInt16 = 2

  init(_ alphabet: RegexAlphabet, table: [UInt16], acceptsAtEnd: [Bool]) {
    self.alphabet = alphabet
    self.table = table
    self.acceptsAtEnd = acceptsAtEnd
  }

  /// Whether a match begins anywhere in the text.
  func run(_ text: Span<UInt8>) -> Bool {
    let width = alphabet.count
    var state = Self.initial
    var offset = 0
    while offset < text.count {
      let symbol: Int
      if text[offset] < 0x80 {
        symbol = alphabet.symbol(ofASCII: text[offset])
        offset += 1
      } else {
        let (codePoint, length) = UTF8Decoding.decode(text, offset) ?? (0xFFFD, 1)
        symbol = alphabet.symbol(of: codePoint)
        offset += length
      }
      state = table[Int(state) * width + symbol]
      if state <= Self.dead { return state == Self.accepting }
    }
    return acceptsAtEnd[Int(state)]
  }
}
