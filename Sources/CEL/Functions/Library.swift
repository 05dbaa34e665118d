import JSON

/// A named bundle of functions; the standard library is one like any other.
public struct Library: Sendable {
  public let name: Text
  public let functions: [FunctionDeclaration]
  /// Macros of the parser that this library switches on.
  public let macros: Macros

  public init(name: Text, functions: [FunctionDeclaration], macros: Macros = []) {
    self.name = name
    self.functions = functions
    self.macros = macros
  }

  /// Sets of macros that a parser may expand.
  public struct Macros: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// `has all exists exists_one map filter`.
    public static let standard = Macros(rawValue: 1)
    /// `cel.bind`.
    public static let bindings = Macros(rawValue: 2)
    /// Forms of two variables and `transformList transformMap transformMapEntry`.
    public static let twoVariables = Macros(rawValue: 4)
    /// `optMap optFlatMap`.
    public static let optionals = Macros(rawValue: 8)
    /// `existsAtLeast`.
    public static let counting = Macros(rawValue: 16)
    /// `sortBy`.
    public static let sorting = Macros(rawValue: 32)
    /// `has(field)` of a bare field of the root record; on in packs.
    public static let presence = Macros(rawValue: 64)
  }
}
