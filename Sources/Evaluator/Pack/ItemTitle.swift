import CEL
import JSON

/// What messages call a failing item that results have by another name: a path, a document with its date.
public struct ItemTitle: Sendable, Hashable {
  /// As the formula of failing items has it.
  public let name: Text
  public let title: LocalizedText

  public init(_ name: Text, _ title: LocalizedText) {
    self.name = name
    self.title = title
  }
}
