import CEL
import JSON

/// Something wrong with a pack or with the options it is loaded by: a code, a place, and arguments for its text.
///
/// Wording in Vietnamese and English lives in `Reports/Texts`; nothing here prints.
public struct PackDefect: Error, Sendable, Hashable {
  public let code: Code
  /// In the order that the code documents.
  public let arguments: [Text]
  /// What the author probably meant.
  public let suggestion: Text?
  /// Nil for a defect of the options, which stand in no file.
  public let place: Place?
  /// Where the other party stands: the first of two equal ids, for instance.
  public let related: Place?
  /// What the reader of JSON or of expressions found; with codes `json` and `expression` only.
  public let cause: Cause?

  public init(
    _ code: Code, _ arguments: [Text] = [], suggestion: Text? = nil, at place: Place? = nil,
    related: Place? = nil, cause: Cause? = nil
  ) {
    self.code = code
    self.arguments = arguments
    self.suggestion = suggestion
    self.place = place
    self.related = related
    self.cause = cause
  }

  /// The finding of a module below, with its own code and arguments.
  public enum Cause: Sendable, Hashable {
    case json(JSONError)
    case expression(Diagnostic)
  }
}
