import JSON

extension Environment {
  /// A named value that the host gives at evaluation; a dotted name is one variable.
  public struct Variable: Sendable {
    public let name: Text
    public let type: CELType
    /// Unit of measure of its value, where one is declared.
    public let unit: Text?
    /// Where its value comes from in the root record (`communes` for an item of that list), so that what is read
    /// through it counts as read from there; nil for a value of its own.
    public let path: Text?

    public init(_ name: Text, _ type: CELType, unit: Text? = nil, path: Text? = nil) {
      self.name = name
      self.type = type
      self.unit = unit
      self.path = path
    }
  }

  /// How fractions, integer division and null comparison are read.
  public enum Dialect: Sendable {
    /// As the CEL specification has it.
    case standard
    /// As DESIGN §6 has it: fractions are decimals; `/` of integers, decimal beside double, order on an unordered
    /// enum, a literal that is no member, `== null` on a field are defects.
    case pack
  }

  /// Bounds on one expression.
  public struct Limits: Sendable {
    /// Bytes of text.
    public var length = 1 << 20
    /// Levels of nesting, of tree and of text.
    public var depth = 250
    /// Largest static estimate that `check` accepts, in steps (`CostEstimator`): ten million, some seconds.
    public var cost: UInt64 = 10_000_000
    /// Evaluation steps (calls and elements walked) before `stepLimitExceeded`.
    public var steps: Int64 = 10_000_000
    public init() {}
  }
}
