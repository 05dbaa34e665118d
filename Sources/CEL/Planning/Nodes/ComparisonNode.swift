import JSON

/// How `<` and its like read an ordering.
enum Comparison {
  case less, lessOrEqual, greater, greaterOrEqual

  init?(_ name: Text) {
    switch name {
    case Operator.less: self = .less
    case Operator.lessOrEqual: self = .lessOrEqual
    case Operator.greater: self = .greater
    case Operator.greaterOrEqual: self = .greaterOrEqual
    default: return nil
    }
  }

  var name: Text {
    switch self {
    case .less: Operator.less
    case .lessOrEqual: Operator.lessOrEqual
    case .greater: Operator.greater
    case .greaterOrEqual: Operator.greaterOrEqual
    }
  }

  @inline(__always)
  func holds(_ ordering: Ordering) -> Bool {
    switch self {
    case .less: ordering == .less
    case .lessOrEqual: ordering != .greater
    case .greater: ordering == .greater
    case .greaterOrEqual: ordering != .less
    }
  }

  /// The result for two values: a bool, an unknown or an error.
  @inline(__always)
  func result(_ left: Value, _ right: Value, _ range: SourceRange) -> Value {
    if case .ordered(let ordering) = Value.order(left, right) { return .bool(holds(ordering)) }
    return otherResult(left, right, range)
  }

  private func otherResult(_ left: Value, _ right: Value, _ range: SourceRange) -> Value {
    if left.isUnsettled || right.isUnsettled {
      return decided(left, right).map(Value.bool) ?? Value.strict(left, right)
    }
    if case .unordered = Value.order(left, right) { return .bool(false) }
    return .error(EvaluationError.noSuchOverload(name, [left, right]).located(range))
  }
}

/// `<`, `<=`, `>` and `>=`.
final class ComparisonNode: Node {
  private let comparison: Comparison
  private let left: Child
  private let right: Child
  private let range: SourceRange

  init(_ comparison: Comparison, _ left: Node, _ right: Node, range: SourceRange) {
    self.comparison = comparison
    self.left = Child(left)
    self.right = Child(right)
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    comparison.result(left.evaluate(&frame), right.evaluate(&frame), range)
  }
}
