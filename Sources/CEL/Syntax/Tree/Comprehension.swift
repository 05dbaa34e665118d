import JSON

/// A macro that walks a list, a map, or an optional as a list of at most one.
public struct Comprehension: Sendable {
  public enum Operation: Sendable, Hashable, CaseIterable {
    case all, exists, existsOne
    /// `list.existsAtLeast(n, x, p)`: at least `n` elements satisfy `p`.
    case existsAtLeast
    /// `list.filter(x, p)`.
    case filter
    /// `list.map(x, t)` and `list.map(x, p, t)`.
    case map
    /// The forms of two variables, also with a filter.
    case transformList, transformMap, transformMapEntry
    /// `list.sortBy(x, key)`.
    case sortBy
    /// `optional.optMap(x, t)`: an optional of `t`, absent where the operand is.
    case optionalMap
    /// `optional.optFlatMap(x, t)`: the optional `t`, absent where the operand is.
    case optionalFlatMap
  }

  public let operation: Operation
  /// The list, map or optional.
  public let range: Expression
  /// The element of a list or key of a map; with `second` present, the index or key.
  public let variable: Text
  public let second: Text?
  /// The `n` of `existsAtLeast`.
  public let count: Expression?
  /// The filter or predicate.
  public let predicate: Expression?
  /// The result of one element, where the operation makes one.
  public let transform: Expression?

  public init(
    operation: Operation, range: Expression, variable: Text, second: Text? = nil, count: Expression? = nil,
    predicate: Expression? = nil, transform: Expression? = nil
  ) {
    self.operation = operation
    self.range = range
    self.variable = variable
    self.second = second
    self.count = count
    self.predicate = predicate
    self.transform = transform
  }
}
