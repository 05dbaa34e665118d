import JSON

extension RegexParser {
  /// Reads a class in brackets.
  mutating func parseClass() throws(RegexError) -> RegexNode {
    let start = position
    position += 1
    let isNegated = take("^")
    var set = CodePointSet()
    // Characters and ranges apart, so that they are folded together.
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    // A bracket that comes first stands for itself.
    while isFirst || peek != UInt8(ascii: "]") {
      guard !isAtEnd else { throw error(.missingBracket, at: start) }
      isFirst = false
      if let named = try takePosixClass() {
        set.formUnion(named)
      } else if let escaped = try takeEscapedClass() {
        set.formUnion(escaped)
      } else {
        ranges.append(try takeRange(ofClassAt: start))
      }
    }
    position += 1
    if let known = knownClass(spelledFrom: start) { return known }
    set.formUnion(flags.ignoresCase ? CodePointSet(ranges).foldingCase : CodePointSet(ranges))
    return try characterClass(set, isNegated: isNegated, spelledFrom: start)
  }

  /// Takes `[:name:]` or `[:^name:]`, if one stands here.
  private mutating func takePosixClass() throws(RegexError) -> CodePointSet? {
    let start = position
    guard take("[:") else { return nil }
    let isNegated = take("^")
    let nameStart = position
    while let byte = peek, byte.isWordCharacter { position += 1 }
    let nameEnd = position
    guard take(":]") else {
      position = start
      return nil
    }
    guard let set = NamedClasses.posix(Text(utf8: pattern[nameStart..<nameEnd])) else {
      throw error(.invalidCharacterClass, at: start)
    }
    let folded = flags.ignoresCase ? set.foldingCase : set
    return isNegated ? folded.complement : folded
  }

  /// Takes one character or a range of them; a hyphen at the end stands for itself.
  private mutating func takeRange(ofClassAt start: Int) throws(RegexError) -> ClosedRange<UInt32> {
    let rangeStart = position
    let low = try takeClassCharacter(ofClassAt: start)
    guard peek == UInt8(ascii: "-"), position + 1 < pattern.count,
      pattern[position + 1] != UInt8(ascii: "]")
    else { return low...low }
    position += 1
    let high = try takeClassCharacter(ofClassAt: start)
    guard low <= high else { throw error(.invalidCharacterRange, at: rangeStart) }
    return low...high
  }

  private mutating func takeClassCharacter(ofClassAt start: Int) throws(RegexError) -> UInt32 {
    guard let byte = peek else { throw error(.missingBracket, at: start) }
    return byte == UInt8(ascii: "\\") ? try takeEscapedCodePoint() : takeCodePoint()
  }
}
