import JSON

/// Turns an expression into nodes that evaluate: resolves names, picks fast nodes for common forms, folds constants.
///
/// Reads what the checker found each node to stand for where there was one; without it names are resolved here and calls are dispatched by the
/// values they meet. A class, because it is handed on at every node: a copy would count a dozen references.
final class Planner {
  let environment: Environment
  let expression: ParsedExpression
  private let references: [Reference?]
  /// False where names are still to be looked up.
  let isChecked: Bool
  /// True plans a node for each subexpression, so that a trace sees all values.
  let traces: Bool
  var scope = LocalSlots()
  var shared: SharedNodes?
  /// Set once a variable of the host is read.
  var readsVariables = false

  var localCount: Int { scope.slotCount }

  init(
    _ environment: Environment, _ expression: ParsedExpression, _ references: [Reference?]?,
    traces: Bool = false
  ) {
    self.environment = environment
    self.expression = expression
    self.references = references ?? []
    isChecked = references != nil
    self.traces = traces
  }

  func reference(_ expression: Expression) -> Reference? {
    references.indices.contains(Int(expression.id)) ? references[Int(expression.id)] : nil
  }

  func node(_ expression: Expression) -> Node {
    let node = untraced(expression)
    return traces ? TraceNode(id: Int(expression.id), node) : node
  }

  private func untraced(_ expression: Expression) -> Node {
    if case .constant(let value)? = reference(expression) { return ConstantNode(value) }
    switch expression.kind {
    case .literal(let literal): return ConstantNode(value(of: literal, expression.range))
    case .identifier, .select: return path(expression)
    case .has(let operand, let field): return has(operand, field, expression)
    case .call(let function, let target, let arguments):
      return call(function, target, arguments, expression)
    case .list(let elements, let optional):
      let nodes = elements.map { node($0) }
      return folded(ListNode(nodes, optional: optional, range: expression.range), nodes)
    case .map(let entries): return map(entries)
    case .structure(let type, _): return failure(.undeclaredReference, type, expression)
    case .comprehension(let macro): return loop(macro, expression)
    case .bind(let variable, let value, let body): return bind(variable, value, body)
    }
  }

  private func map(_ entries: [Expression.MapEntry]) -> Node {
    var nodes: [Node] = []
    var planned: [MapNode.Entry] = []
    for entry in entries {
      let (key, value) = (node(entry.key), node(entry.value))
      nodes += [key, value]
      planned.append(
        MapNode.Entry(key: key, value: value, isOptional: entry.optional, range: entry.key.range))
    }
    return folded(MapNode(planned), nodes)
  }

  private func bind(_ variable: Text, _ value: Expression, _ body: Expression) -> Node {
    let chain = chain(value)
    let isPath = !chain.steps.isEmpty && (chain.start?.isVariable ?? true)
    let bound = traces ? node(value) : node(for: chain, value.range)
    let slot = scope.enter(variable, path: isPath ? chain : nil)
    let body = node(body)
    scope.leave(1)
    return isPath && !traces ? body : BindNode(slot: slot, bound, body)
  }

  /// A literal as a value; a fraction is what the dialect reads it as.
  func value(of literal: Literal, _ range: SourceRange) -> Value {
    switch literal {
    case .null: return .null
    case .bool(let bool): return .bool(bool)
    case .int(let int): return .int(int)
    case .uint(let uint): return .uint(uint)
    case .string(let text): return .string(text)
    case .bytes(let bytes): return .bytes(bytes)
    case .fraction(let digits) where environment.dialect == .pack:
      if let decimal = try? Decimal(digits) { return .decimal(decimal) }
      return .error(EvaluationError(.invalidConversion, [digits, "decimal"], range: range))
    case .fraction(let digits):
      if let double = Double(decimalText: digits) { return .double(double) }
      return .error(EvaluationError(.invalidConversion, [digits, "double"], range: range))
    }
  }

  /// A node whose operands are all constants becomes one itself, unless it is to be traced.
  func folded(_ node: Node, _ operands: [Node]) -> Node {
    guard !traces, operands.allSatisfy({ $0.constant != nil }) else { return node }
    var frame = Frame(
      record: nil, variables: [], context: CallContext(), locals: [], steps: environment.limits.steps)
    let value = node.evaluate(&frame)
    return frame.isExhausted ? node : ConstantNode(value)
  }

  func failure(_ code: EvaluationError.Code, _ argument: Text, _ expression: Expression) -> Node {
    ConstantNode(.error(EvaluationError(code, [argument], range: expression.range)))
  }
}
