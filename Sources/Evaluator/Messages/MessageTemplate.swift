import CEL
import JSON

/// A text with an id and places for arguments: `{measured} {limit} {distance} {unit} {items} {missing} {due} {title}`.
///
/// The id is part of the result contract; the wording may change.
public struct MessageTemplate: Sendable, Hashable {
  public let id: Text
  public let text: LocalizedText

  public init(_ id: Text, vi: Text, en: Text) {
    self.id = id
    text = LocalizedText(vi: vi, en: en)
  }

  /// The same message in a rule's own words.
  public func reworded(_ text: LocalizedText) -> MessageTemplate {
    MessageTemplate(id, vi: text.vi, en: text.en)
  }
}
