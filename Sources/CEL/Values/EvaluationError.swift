import JSON

/// An error as a value: a code, its place in the expression and arguments for its text.
public final class EvaluationError: Sendable {
  public let code: Code
  public let arguments: [Text]
  /// Where in the expression; nil until a node fills it in.
  public let range: SourceRange?

  public init(_ code: Code, _ arguments: [Text] = [], range: SourceRange? = nil) {
    self.code = code
    self.arguments = arguments
    self.range = range
  }

  /// Every way in which evaluation can fail; the comment names the arguments.
  public enum Code: Sendable, Hashable, CaseIterable {
    /// function, argument types
    case noSuchOverload
    /// key
    case noSuchKey
    /// field
    case noSuchField
    /// name
    case undeclaredReference
    /// index, size
    case indexOutOfBounds
    /// operation
    case overflow
    case divisionByZero
    case moduloByZero
    /// value, target type
    case invalidConversion
    /// text, expected form
    case invalidArgument
    /// pattern, reason
    case invalidPattern
    /// key
    case duplicateKey
    /// type
    case invalidKeyType
    /// value
    case rangeError
    case emptyList
    /// limit
    case stepLimitExceeded
    case noneDereference
    /// zone
    case unknownTimeZone
  }
}
