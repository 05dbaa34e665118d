import JSON

/// A function: what the checker knows of it, and how it runs.
///
/// The implementation looks at the values it is given, so that checked and unchecked calls take one way; it answers
/// `nil` where no overload of this declaration fits, and another library's declaration of the same name is asked.
public struct FunctionDeclaration: Sendable {
  public let name: Text
  public let overloads: [Overload]
  public let traits: Traits
  public let implementation: Implementation
  /// True where no result is a record or collection.
  let isScalar: Bool
  /// What open arguments tell of the result; nil where they tell nothing.
  let extent: Extending?

  /// Takes arguments of which at least one is open and none is an error.
  typealias Extending = @Sendable ([Value]) -> Extent?

  public init(
    _ name: Text, _ overloads: [Overload], traits: Traits = [], _ implementation: Implementation
  ) {
    self.init(name, overloads, traits: traits, extent: nil, implementation)
  }

  init(
    _ name: Text, _ overloads: [Overload], traits: Traits = [], extent: Extending?,
    _ implementation: Implementation
  ) {
    self.name = name
    self.overloads = overloads
    self.traits = traits
    self.implementation = implementation
    self.extent = extent
    isScalar = overloads.allSatisfy { $0.result.isScalar }
  }

  /// Strict: arguments are never unknown and never errors, nor (unless `Traits.takesOpen`) lists, maps or
  /// optionals with something unknown within; a member's receiver comes first.
  public enum Implementation: Sendable {
    case nullary(@Sendable (borrowing CallContext) -> Value?)
    case unary(@Sendable (Value, borrowing CallContext) -> Value?)
    case binary(@Sendable (Value, Value, borrowing CallContext) -> Value?)
    /// Any number of arguments; where overloads are declared, one of them has that many.
    case variadic(@Sendable ([Value], borrowing CallContext) -> Value?)
    /// Known to the checker, run by a node of its own (`&&`, `?:`, …) or not at all (declared by a host for checking).
    case intrinsic
  }

  /// What the planner must know of a function.
  public struct Traits: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Takes collections that hold unknown elements or may be incomplete, and passes on what it does not look at.
    public static let takesOpen = Traits(rawValue: 1)
    /// Reads the context, so that a call of constants is not a constant.
    public static let readsContext = Traits(rawValue: 2)
    /// Takes more arguments than its longest overload declares.
    public static let takesAnyCount = Traits(rawValue: 4)
    /// Takes unknown and error values as they are; such a function can't be strict, so it is for display only.
    public static let takesAll = Traits(rawValue: 8)
  }

  /// True where no implementation is given.
  var isIntrinsic: Bool {
    if case .intrinsic = implementation { true } else { false }
  }

  /// True where an overload has this form and number of arguments, the receiver counted in.
  func accepts(member isMember: Bool, count: Int) -> Bool {
    overloads.contains {
      $0.isMember == isMember
        && ($0.parameters.count == count
          || (traits.contains(.takesAnyCount) && count > $0.parameters.count))
    }
  }
}
