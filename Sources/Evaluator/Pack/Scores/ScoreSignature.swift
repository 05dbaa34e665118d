import JSON

/// What expressions must know of a score before it is compiled.
public struct ScoreSignature: Sendable, Equatable {
  public var name: Text
  public var on: Text

  public init(name: Text, on: Text) {
    self.name = name
    self.on = on
  }
}
