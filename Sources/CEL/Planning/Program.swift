import JSON

/// An expression ready to be evaluated over any number of records, from any number of tasks.
///
/// Planned when it is first evaluated, and one that was checked before (`Environment.recall`) is read then, too: of a pack's
/// expressions, one record needs a few. Sharing is safe because neither what was read nor the tree of nodes ever changes.
public final class Program: @unchecked Sendable {
  private let text: Text
  private let expected: CELType?
  private let environment: Environment
  private let nodes: SharedNodes?
  /// What its nodes were found to stand for before (`references`); nil for the checker to find it out.
  private let known: ArraySlice<UInt8>?
  private let reading = OnceCell<ProgramReading>()
  private let checking = OnceCell<ProgramChecking>()
  private let plan = OnceCell<Plan>()

  /// An expression that has been read.
  init(
    expression: ParsedExpression, checked: CheckedExpression?, environment: Environment,
    sharing nodes: SharedNodes? = nil
  ) {
    text = expression.text
    expected = nil
    known = nil
    self.environment = environment
    self.nodes = nodes
    _ = reading.set(ProgramReading(expression))
    _ = checking.set(ProgramChecking(checked))
  }

  /// One that is read when it is first asked for.
  init(
    text: Text, expecting expected: CELType?, environment: Environment, knowing known: ArraySlice<UInt8>?,
    sharing nodes: SharedNodes?
  ) {
    self.text = text
    self.expected = expected
    self.known = known
    self.environment = environment
    self.nodes = nodes
  }

  public var expression: ParsedExpression { read.expression }

  /// What the checker found out; nil where the expression was planned without it.
  public var checked: CheckedExpression? {
    if let checking = checking.known { return checking._withUnsafeGuaranteedRef { $0.checked } }
    let read = read
    let checked = read.isSound ? environment.recheck(read.expression, expecting: expected) : nil
    return checking.set(ProgramChecking(checked))._withUnsafeGuaranteedRef { $0.checked }
  }

  /// What each node stands for, as bytes for `Environment.recall`, which this version of the package reads.
  ///
  /// Nil where there is something that has no such form, or the expression was planned without a checker.
  public var references: [UInt8]? { checked.flatMap { StoredReferences.bytes($0.references) } }

  private var read: ProgramReading {
    let known = reading.known ?? reading.set(ProgramReading(text, environment))
    return known._withUnsafeGuaranteedRef { $0 }
  }

  /// By `Expression.id`; nil where names are still to be looked up.
  private func references(of expression: ParsedExpression) -> [Reference?]? {
    known.flatMap { StoredReferences.read($0, nodeCount: expression.nodeCount, environment.schema) }
      ?? checked?.references
  }

  /// Type of the result; `dyn` where the expression was not checked.
  public var type: CELType { checked?.type ?? .dyn }

  /// The value over one activation: known, unknown or an error.
  ///
  /// Allocates nothing as long as only scalars are involved.
  public func evaluate(_ activation: Activation) -> Value {
    withExtendedLifetime(activation) {
      (plan.known ?? planned())._withUnsafeGuaranteedRef { plan in
        var frame = frame(
          for: activation, localCount: plan.localCount, readsVariables: plan.readsVariables)
        let value = plan.root.evaluate(&frame)
        return frame.isExhausted ? stepLimitExceeded : value
      }
    }
  }

  /// Reads and plans the expression, which its first evaluation does otherwise.
  public func prepare() {
    if plan.known == nil { _ = planned() }
  }

  @inline(never)
  private func planned() -> Unmanaged<Plan> {
    let expression = expression
    let planner = Planner(environment, expression, references(of: expression))
    planner.shared = nodes
    return plan.set(Plan(planner, expression.root))
  }

  /// The value, and with it the value of every subexpression that was evaluated, by expression id.
  ///
  /// A subexpression within a macro has the value it took for the last element walked, which for `exists` and `all` is the
  /// one that decided. Plans the expression anew: for explanations, not for many records.
  public func trace(_ activation: Activation) -> Trace {
    let expression = expression
    let planner = Planner(environment, expression, references(of: expression), traces: true)
    let root = planner.node(expression.root)
    return withExtendedLifetime(activation) {
      var frame = frame(
        for: activation, localCount: planner.localCount, readsVariables: planner.readsVariables)
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
  private func frame(for activation: Activation, localCount: Int, readsVariables: Bool) -> Frame {
    Frame(
      record: activation.record.map(Unmanaged.passUnretained),
      variables: readsVariables ? activation.variables : [], context: activation.context,
      locals: localCount == 0 ? [] : Array(repeating: .null, count: localCount),
      steps: environment.limits.steps)
  }

  private var stepLimitExceeded: Value {
    let limit = Text("\(environment.limits.steps)")
    return .error(EvaluationError(.stepLimitExceeded, [limit], range: expression.root.range))
  }
}
