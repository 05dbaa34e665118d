/// A type as a value; boxed so that `Value` stays small.
public final class TypeValue: Sendable {
  public let type: CELType
  public init(_ type: CELType) { self.type = type }
}
