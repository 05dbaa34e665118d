import JSON

extension RegexParser {
  /// Reads what begins with a backslash outside a class.
  mutating func parseEscape(into items: inout [RegexNode]) throws(RegexError) {
    let start = position
    if take("\\Q") {
      while !isAtEnd, !take("\\E") {
        let start = position
        items.append(try literal(takeCodePoint(), spelledFrom: start))
      }
    } else if take("\\A") {
      items.append(.assertion(.textStart))
    } else if take("\\z") {
      items.append(.assertion(.textEnd))
    } else if take("\\b") {
      items.append(.assertion(.wordBoundary))
    } else if take("\\B") {
      items.append(.assertion(.noWordBoundary))
    } else if let set = try takeEscapedClass() {
      items.append(try characterClass(set, isNegated: false, spelledFrom: start))
    } else {
      position = start
      items.append(try literal(takeEscapedCodePoint(), spelledFrom: start))
    }
  }

  /// Takes `\d \D \s \S \w \W`, `\pN`, `\PN`, `\p{Name}` or `\P{Name}`, if one stands here.
  mutating func takeEscapedClass() throws(RegexError) -> CodePointSet? {
    guard position + 1 < pattern.count, pattern[position] == UInt8(ascii: "\\") else { return nil }
    let start = position
    var isNegated = pattern[position + 1] & 0x20 == 0
    let set: CodePointSet
    if let named = NamedClasses.escape(pattern[position + 1] | 0x20) {
      position += 2
      set = named
    } else if pattern[position + 1] | 0x20 == UInt8(ascii: "p") {
      let property = try takeProperty()
      set = property.set
      isNegated = isNegated != property.isNegated
    } else {
      return nil
    }
    guard flags.ignoresCase else { return isNegated ? set.complement : set }
    // Folding a category walks all of Unicode's cases; once is enough.
    let spelling = Text(utf8: pattern[start..<position])
    if let known = foldedEscapes[spelling] { return known }
    let folded = isNegated ? set.foldingCase.complement : set.foldingCase
    foldedEscapes[spelling] = folded
    return folded
  }

  /// Takes what follows `\p` or `\P`, which the caller tells apart.
  private mutating func takeProperty() throws(RegexError) -> (set: CodePointSet, isNegated: Bool) {
    let start = position
    position += 2
    guard !isAtEnd else { throw error(.unsupportedProperty, at: start) }
    let isBraced = take("{")
    let isNegated = isBraced && take("^")
    let nameStart = position
    if isBraced {
      while let byte = peek, byte != UInt8(ascii: "}") { position += 1 }
    } else {
      _ = takeCodePoint()
    }
    let name = Text(utf8: pattern[nameStart..<position])
    guard !isBraced || take("}"), let set = NamedClasses.property(name) else {
      throw error(.unsupportedProperty, at: start)
    }
    return (set, isNegated)
  }

  /// Takes an escape that stands for one character; a backslash stands here.
  mutating func takeEscapedCodePoint() throws(RegexError) -> UInt32 {
    let start = position
    position += 1
    guard let letter = peek else { throw error(.trailingBackslash, at: start) }
    switch letter {
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      // One digit other than 0 would be a reference to a group, which no automaton can follow.
      let digitStart = position
      guard let value = takeNumber(base: 8, digits: 3),
        letter == UInt8(ascii: "0") || position - digitStart > 1
      else { throw error(.invalidEscape, at: start) }
      return value
    case UInt8(ascii: "x"):
      position += 1
      return try takeHexadecimal(from: start)
    default:
      position += 1
      if let control = Self.control(letter) { return control }
      let isPunctuation = letter < 0x80 && (!letter.isWordCharacter || letter == UInt8(ascii: "_"))
      guard isPunctuation else { throw error(.invalidEscape, at: start) }
      return UInt32(letter)
    }
  }

  /// Takes two digits, or any number of them in braces.
  private mutating func takeHexadecimal(from start: Int) throws(RegexError) -> UInt32 {
    if take("{") {
      guard let value = takeNumber(base: 16, digits: .max), value <= CodePointSet.last, take("}") else {
        throw error(.invalidEscape, at: start)
      }
      return value
    }
    let digitStart = position
    guard let value = takeNumber(base: 16, digits: 2), position - digitStart == 2 else {
      throw error(.invalidEscape, at: start)
    }
    return value
  }

  private static func control(_ letter: UInt8) -> UInt32? {
    switch letter {
    case UInt8(ascii: "a"): 0x07
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "v"): 0x0B
    default: nil
    }
  }
}
