import CEL
import JSON

/// What a value is held against, named by its relation.
public struct Limit: Sendable {
  /// Member names of the JSON contract, `atLeast` or `from` and `to` for instance, in order.
  public var bounds: [Bound]

  public struct Bound: Sendable {
    public var name: Text
    public var value: Formula
    public init(name: Text, value: Formula) {
      self.name = name
      self.value = value
    }
  }

  public init(bounds: [Bound]) { self.bounds = bounds }
}
