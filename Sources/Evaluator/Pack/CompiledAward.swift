import CEL
import JSON

/// A title or commendation: whom it is for and what it asks.
public struct CompiledAward: Sendable {
  public var id: Text
  public var on: Text
  public var title: LocalizedText
  public var cites: [Text]
  public var isUnverified: Bool
  public var applies: Formula?
  public var requires: Criterion

  public init(
    id: Text, on: Text, title: LocalizedText, cites: [Text], isUnverified: Bool, applies: Formula?,
    requires: Criterion
  ) {
    self.id = id
    self.on = on
    self.title = title
    self.cites = cites
    self.isUnverified = isUnverified
    self.applies = applies
    self.requires = requires
  }
}
