/// An optional value; boxed so that `Value` stays small.
public final class OptionalValue: Sendable {
  public let value: Value?
  public init(_ value: Value?) { self.value = value }
}
