import JSON

/// Why a pattern is not a regular expression that this engine runs.
public struct RegexError: Error, Hashable, Sendable {
  public let code: Code
  /// Where in the pattern, in bytes.
  public let offset: Int

  public init(code: Code, offset: Int) {
    self.code = code
    self.offset = offset
  }

  public enum Code: Hashable, Sendable, CaseIterable {
    case invalidUTF8
    case missingBracket
    case missingParenthesis
    case unexpectedParenthesis
    case missingRepeatArgument
    case invalidRepeatOperator
    case invalidRepeatSize
    case invalidEscape
    case trailingBackslash
    case invalidCharacterClass
    case invalidCharacterRange
    case invalidGroup
    case invalidGroupName
    case duplicateGroupName
    case unsupportedProperty
    case tooDeep
    case tooLarge
  }

  /// What is wrong, in English, without the place.
  public var reason: Text {
    switch code {
    case .invalidUTF8: "the pattern is not UTF-8"
    case .missingBracket: "missing closing ]"
    case .missingParenthesis: "missing closing )"
    case .unexpectedParenthesis: "unexpected )"
    case .missingRepeatArgument: "nothing to repeat"
    case .invalidRepeatOperator: "a repetition can't be repeated without a group"
    case .invalidRepeatSize: "repetition counts, and products of nested ones, go up to 1000, smaller first"
    case .invalidEscape: "unknown escape sequence"
    case .trailingBackslash: "the pattern ends with a backslash"
    case .invalidCharacterClass: "unknown character class; there are alnum alpha ascii … xdigit"
    case .invalidCharacterRange: "a range of characters must go upwards, from one character to another"
    case .invalidGroup: "unknown group; there are (…) (?:…) (?P<name>…) (?<name>…) (?imsU) (?imsU:…)"
    case .invalidGroupName: "a group's name is made of letters, digits and _"
    case .duplicateGroupName: "two groups have the same name"
    case .unsupportedProperty:
      "unknown property; there are the general categories and the scripts Latin, Greek, Cyrillic and Han"
    case .tooDeep: "groups are nested too deeply"
    case .tooLarge: "the pattern is too large"
    }
  }
}
