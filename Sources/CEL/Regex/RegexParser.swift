import JSON

/// Reads a pattern in RE2 syntax (https://github.com/google/re2/wiki/Syntax) into a tree.
struct RegexParser {
  /// Bytes of a pattern.
  static let maximumLength = 16_384
  /// Levels of groups.
  static let maximumDepth = 200
  /// Of a repetition, and of nested ones multiplied.
  static let maximumCount = 1000
  /// Ranges of all character classes together.
  static let maximumRanges = 100_000

  let pattern: [UInt8]
  var position = 0
  var flags = RegexFlags()
  private(set) var classes: [CharacterClass] = []
  private var classIndexes: [ClassSpelling: Int] = [:]
  private var rangeCount = 0
  var groupNames: Set<Text> = []
  /// What escapes such as `\p{Lu}` mean where case is ignored, by their spelling.
  var foldedEscapes: [Text: CodePointSet] = [:]
  private var depth = 0

  init(_ pattern: Text) { self.pattern = pattern.utf8 }

  /// Reads the whole pattern.
  mutating func parse() throws(RegexError) -> RegexNode {
    guard pattern.count <= Self.maximumLength else { throw error(.tooLarge, at: Self.maximumLength) }
    try validate()
    let node = try parseAlternation()
    if !isAtEnd { throw error(.unexpectedParenthesis, at: position) }
    return node
  }

  private mutating func validate() throws(RegexError) {
    var offset = 0
    while offset < pattern.count {
      guard let (_, length) = UTF8Decoding.decode(pattern.span, offset) else {
        throw error(.invalidUTF8, at: offset)
      }
      offset += length
    }
  }

  /// Reads alternatives up to the end of the group or pattern.
  mutating func parseAlternation() throws(RegexError) -> RegexNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw error(.tooDeep, at: position) }
    var alternatives = [try parseConcatenation()]
    while take("|") { alternatives.append(try parseConcatenation()) }
    return alternatives.count == 1 ? alternatives[0] : .alternation(alternatives)
  }

  private mutating func parseConcatenation() throws(RegexError) -> RegexNode {
    var items: [RegexNode] = []
    // Where the last repetition ended, since `a**` is an error but `(?:a*)*` is not.
    var repetitionEnd = -1
    while let byte = peek, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let start = position
      if let bounds = try takeRepetition() {
        guard start != repetitionEnd else { throw error(.invalidRepeatOperator, at: start) }
        guard let item = items.popLast() else { throw error(.missingRepeatArgument, at: start) }
        let repeated = RegexNode.repetition(item, minimum: bounds.minimum, maximum: bounds.maximum)
        guard repeated.repeatCount <= Self.maximumCount else { throw error(.invalidRepeatSize, at: start) }
        items.append(repeated)
        repetitionEnd = position
      } else {
        try parseItem(into: &items)
      }
    }
    return items.count == 1 ? items[0] : .concatenation(items)
  }

  /// Reads one item; a change of flags and an empty quotation add none, a quotation adds several.
  private mutating func parseItem(into items: inout [RegexNode]) throws(RegexError) {
    switch peek {
    case UInt8(ascii: "("):
      if let group = try parseGroup() { items.append(group) }
    case UInt8(ascii: "["):
      items.append(try parseClass())
    case UInt8(ascii: "\\"):
      try parseEscape(into: &items)
    case UInt8(ascii: "."):
      position += 1
      let excluded = flags.dotMatchesNewline ? CodePointSet() : CodePointSet(0x0A...0x0A)
      items.append(try characterClass(excluded, isNegated: true, spelledFrom: position - 1))
    case UInt8(ascii: "^"):
      position += 1
      items.append(.assertion(flags.isMultiline ? .lineStart : .textStart))
    case UInt8(ascii: "$"):
      position += 1
      items.append(.assertion(flags.isMultiline ? .lineEnd : .textEnd))
    default:
      let start = position
      items.append(try literal(takeCodePoint(), spelledFrom: start))
    }
  }

  /// A node for one character.
  mutating func literal(_ codePoint: UInt32, spelledFrom start: Int) throws(RegexError) -> RegexNode {
    guard flags.ignoresCase else { return .literal(codePoint) }
    let variants = CaseFolding.variants(of: codePoint)
    guard variants.count > 1 else { return .literal(codePoint) }
    let set = CodePointSet(variants.map { $0...$0 })
    return try characterClass(set, isNegated: false, spelledFrom: start)
  }

  /// What tells apart how classes are read.
  private struct ClassSpelling: Hashable {
    let text: Text
    let flags: RegexFlags
  }

  private func spelling(from start: Int) -> ClassSpelling {
    ClassSpelling(text: Text(utf8: pattern[start..<position]), flags: flags)
  }

  /// The node for a class that ends here, if one was spelled the same before.
  func knownClass(spelledFrom start: Int) -> RegexNode? {
    classIndexes[spelling(from: start)].map(RegexNode.characterClass)
  }

  /// A node for a class that ends here; what is spelled alike is kept once.
  mutating func characterClass(
    _ set: CodePointSet, isNegated: Bool, spelledFrom start: Int
  ) throws(RegexError) -> RegexNode {
    if let known = knownClass(spelledFrom: start) { return known }
    rangeCount += set.ranges.count
    guard rangeCount <= Self.maximumRanges else { throw error(.tooLarge, at: start) }
    classIndexes[spelling(from: start)] = classes.count
    classes.append(CharacterClass(set, isNegated: isNegated))
    return .characterClass(classes.count - 1)
  }
}
