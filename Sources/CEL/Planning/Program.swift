import JSON

/// A planned expression: evaluates over any number of records, from any number of tasks.
///
/// Sharing is safe because the tree of nodes never changes after planning.
public final class Program: @unchecked Sendable {
  public let expression: ParsedExpression
  /// What the checker found out; nil where the expression was planned without it.
  public let checked: CheckedExpression?
  private let environment: Environment
  private let root: Child
  private let localCount: Int
  private let stepLimit: Int64
  private let readsVariables: Bool

  init(
    expression: ParsedExpression, checked: CheckedExpression?, environment: Environment, root: Node,
    localCount: Int, readsVariables: Bool
  ) {
    self.expression = expression
    self.checked = checked
    self.environment = environment
    self.root = Child(root)
    self.readsVariables = readsVariables
    stepLimit = environment.limits.steps
    self.localCount = localCount
  }

  /// Type of the result; `dyn` where the expression was not checked.
  public var type: CELType { checked?.type ?? .dyn }

  /// The value over one activation: known, unknown or an error.
  ///
  /// Allocates nothing as long as only scalars are involved.
  public func evaluate(_ activation: Activation) -> Value {
    withExtendedLifetime(activation) {
      var frame = frame(for: activation)
      let value = root.evaluate(&frame)
      return frame.isExhausted ? stepLimitExceeded : value
    }
  }

  /// The value, and with it the value of every subexpression that was evaluated, by expression id.
  ///
  /// A subexpression within a macro has the value it took for the last element walked, which for `exists` and `all` is the
  /// one that decided. Plans the expression anew: for explanations, not for many records.
  public func trace(_ activation: Activation) -> Trace {
    let planner = Planner(environment, expression, checked, traces: true)
    let root = planner.node(expression.root)
    return withExtendedLifetime(activation) {
      var frame = frame(for: activation)
      frame.locals = Array(repeating: .null, count: planner.localCount)
      frame.trace = Array(repeating: nil, count: expression.nodeCount)
      let value = root.evaluate(&frame)
      return Trace(value: frame.isExhausted ? stepLimitExceeded : value, values: frame.trace)
    }
  }

  /// What `trace` found.
  public struct Trace: Sendable {
    public let value: Value
    /// By `Expression.id`; nil where a subexpression was not evaluated.
    public let values: [Value?]
  }

  @inline(__always)
  private func frame(for activation: Activation) -> Frame {
    Frame(
      record: activation.record.map(Unmanaged.passUnretained),
      variables: readsVariables ? activation.variables : [], context: activation.context,
      locals: localCount == 0 ? [] : Array(repeating: .null, count: localCount),
      steps: stepLimit)
  }

  private var stepLimitExceeded: Value {
    let limit = Text("\(environment.limits.steps)")
    return .error(EvaluationError(.stepLimitExceeded, [limit], range: expression.root.range))
  }
}
