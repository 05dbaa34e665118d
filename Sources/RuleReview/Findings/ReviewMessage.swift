import CEL
import JSON

/// A text of the review as data: an id, a wording in both languages, and arguments for its places.
///
/// A place is `{1}`, or `{1:quoted}` for the first argument as somebody wrote it; `Reports` knows further forms.
public struct ReviewMessage: Sendable, Hashable {
  /// Part of the result contract; the wording may change.
  public let id: Text
  public let wording: LocalizedText
  public var arguments: [Text]

  public init(_ id: Text, vi: Text, en: Text, _ arguments: [Text] = []) {
    self.id = id
    wording = LocalizedText(vi: vi, en: en)
    self.arguments = arguments
  }

  /// The same text about something else.
  public func callAsFunction(_ arguments: Text...) -> ReviewMessage {
    var message = self
    message.arguments = arguments
    return message
  }
}
