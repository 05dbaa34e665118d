extension Diagnostic {
  /// Every defect that lexer, parser and checker report; the comment names the arguments.
  public enum Code: Sendable, Hashable, CaseIterable {
    // Syntax
    /// found (empty at the end of the text); expected: a token, or `expression`, `identifier` or `operator`
    case unexpectedToken
    /// the character
    case unexpectedCharacter
    case unterminatedString
    /// escape
    case invalidEscape
    /// literal
    case invalidNumber
    /// literal
    case integerOutOfRange
    case invalidUTF8
    /// limit
    case nestingTooDeep
    /// limit
    case expressionTooLong
    /// name
    case reservedWord
    /// macro; what its argument should be: `variable` (a simple name), `distinct` (a name other than the first) or
    /// `field` (a selection `a.b`)
    case invalidMacroArgument

    // Names and types
    /// name
    case undeclaredReference
    /// field, type
    case undefinedField
    /// function
    case undeclaredFunction
    /// function, argument types
    case noMatchingOverload
    /// found type, expected type
    case typeMismatch
    /// type
    case notSelectable
    /// name of type
    case unknownType

    // Rules of packs (DESIGN §6)
    /// literal, enum
    case notAMember
    /// enum
    case unorderedEnum
    /// field path
    case nullComparison
    case integerDivision
    case decimalBesideDouble
    /// left unit, right unit
    case unitMismatch
    /// estimate, limit
    case tooCostly
    /// reason
    case invalidPattern
  }
}
