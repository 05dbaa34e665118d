import JSON

/// A function: what the checker knows of it, and how it runs.
///
/// The implementation looks at the values it is given, so that checked and unchecked calls take one way; it answers
/// `nil` where no overload of this declaration fits, and another library's declaration of the same name is asked.
public struct FunctionDeclaration: Sendable {
  public let name: Text
  public let overloads: [Overload]
  public let implementation: Implementation

  public init(_ name: Text, _ overloads: [Overload], _ implementation: Implementation) {
    self.name = name
    self.overloads = overloads
    self.implementation = implementation
  }

  /// Strict: arguments are never unknown and never errors; a member's receiver comes first.
  public enum Implementation: Sendable {
    case nullary(@Sendable (borrowing CallContext) -> Value?)
    case unary(@Sendable (Value, borrowing CallContext) -> Value?)
    case binary(@Sendable (Value, Value, borrowing CallContext) -> Value?)
    case variadic(@Sendable ([Value], borrowing CallContext) -> Value?)
    /// Known to the checker, run by a node of its own (`&&`, `?:`, …) or not at all (declared by a host for checking).
    case intrinsic
  }
}
