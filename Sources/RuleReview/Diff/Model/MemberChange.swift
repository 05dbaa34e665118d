import JSON

/// A member of a declaration that was written anew.
public struct MemberChange: Sendable {
  /// Its name; inside an object the names joined by `.`.
  public let name: Text
  public let content: Content

  public enum Content: Sendable {
    /// Nil where there was, or is, none.
    case value(before: JSONValue?, after: JSONValue?)
    /// Texts of a list, or ids of a tree of criteria.
    case members(added: [Text], removed: [Text])
  }
}
