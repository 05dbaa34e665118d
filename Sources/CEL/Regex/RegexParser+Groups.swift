import JSON

extension RegexParser {
  /// Reads what begins with a parenthesis; nil for a change of flags.
  mutating func parseGroup() throws(RegexError) -> RegexNode? {
    let start = position
    position += 1
    let outer = flags
    if take("?") {
      if take("P<") || take("<") {
        try parseName(from: start)
      } else if try !parseFlags(from: start) {
        return nil
      }
    }
    let node = try parseAlternation()
    guard take(")") else { throw error(.missingParenthesis, at: start) }
    flags = outer
    return node
  }

  private mutating func parseName(from start: Int) throws(RegexError) {
    let nameStart = position
    while let byte = peek, byte != UInt8(ascii: ">") {
      guard byte.isWordCharacter else { throw error(.invalidGroupName, at: position) }
      position += 1
    }
    guard position > nameStart, !isAtEnd else { throw error(.invalidGroupName, at: nameStart) }
    let name = Text(utf8: pattern[nameStart..<position])
    guard groupNames.insert(name).inserted else { throw error(.duplicateGroupName, at: nameStart) }
    position += 1
  }

  /// Takes flags up to `:`, which opens a group, or `)`, which changes the rest of the group around.
  ///
  /// - Returns: whether a group is open.
  private mutating func parseFlags(from start: Int) throws(RegexError) -> Bool {
    var changed = flags
    var value = true
    var count = 0
    while true {
      if take(":") || take(")") { break }
      if take("-") {
        guard value else { throw error(.invalidGroup, at: start) }
        value = false
        count = 0
        continue
      }
      if take("i") {
        changed.ignoresCase = value
      } else if take("m") {
        changed.isMultiline = value
      } else if take("s") {
        changed.dotMatchesNewline = value
      } else if !take("U") {
        throw isAtEnd ? error(.missingParenthesis, at: start) : error(.invalidGroup, at: start)
      }
      count += 1
    }
    let opens = pattern[position - 1] == UInt8(ascii: ":")
    // `(?:` has no flags; `(?)` and `(?i-)` are nothing.
    guard count > 0 || (opens && value) else { throw error(.invalidGroup, at: start) }
    flags = changed
    return opens
  }
}

extension UInt8 {
  /// Whether the byte is of `[0-9A-Za-z_]`.
  var isWordCharacter: Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= self || UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20
      || self == UInt8(ascii: "_")
  }
}
