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
  /// True where something within is unknown: an element, an element of an element, or what may follow.
  public let isOpen: Bool

  public init(_ elements: [Value], path: Path? = nil, items: [Text: Int]? = nil, isComplete: Bool = true) {
    self.elements = elements
    self.path = path
    self.items = items
    self.isComplete = isComplete
    isOpen = !isComplete || elements.contains { $0.isOpen }
  }

  /// What stands for the elements that an incomplete list may still get; nil for a complete one.
  var remainder: Value? {
    isComplete ? nil : .unknown(Unknown((path ?? .root).appending(.more)))
  }
}
