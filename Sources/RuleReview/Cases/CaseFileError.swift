import JSON

/// A file of cases that cannot be read.
public struct CaseFileError: Error, Sendable {
  public let file: String
  public let line: Int
  public let column: Int
  public let reason: Reason

  public enum Reason: Sendable {
    case json(JSONError)
    /// A member that is absent or of the wrong form.
    case member(Text)
    case unreadable
  }
}
