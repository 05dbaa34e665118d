import JSON

/// A defect of an expression, found before it runs: a code, a place, and arguments for its text.
///
/// Wording in Vietnamese and English lives in `Reports/Texts`; nothing here prints.
public struct Diagnostic: Sendable, Hashable {
  public let code: Code
  public let range: SourceRange
  /// Names, types and values in the order that the code documents.
  public let arguments: [Text]
  /// What the author probably meant.
  public let suggestion: Text?

  public init(_ code: Code, _ range: SourceRange, _ arguments: [Text] = [], suggestion: Text? = nil) {
    self.code = code
    self.range = range
    self.arguments = arguments
    self.suggestion = suggestion
  }
}
