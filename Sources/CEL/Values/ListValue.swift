import JSON

/// A list; one of a record also knows its place, its key and whether more may follow.
public final class ListValue: Sendable {
  /// An element that is not given is `.unknown` with its path.
  public let elements: [Value]
  /// Where the list stands in the record; nil for a computed list.
  public let path: Path?
  /// The elements by key; nil for a list without a key.
  public let items: [Text: Int]?
  /// False: acts as if it held one more unknown element, at path `…[?]`.
  public let isComplete: Bool

  public init(_ elements: [Value], path: Path? = nil, items: [Text: Int]? = nil, isComplete: Bool = true) {
    self.elements = elements
    self.path = path
    self.items = items
    self.isComplete = isComplete
  }
}
