import JSON

/// A title or message in the two languages of every reader.
public struct LocalizedText: Hashable, Sendable {
  public var vi: Text
  public var en: Text

  public init(vi: Text, en: Text) {
    self.vi = vi
    self.en = en
  }
}
