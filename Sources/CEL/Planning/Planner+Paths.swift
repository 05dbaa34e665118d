import JSON

/// Identifiers, selections and constant indexes.
extension Planner {
  /// An operand and the steps from it.
  struct Chain {
    /// Nil for the root record.
    var start: Node?
    var steps: [Selector] = []
  }

  func path(_ expression: Expression) -> Node {
    guard case .select(let operand, let field, optional: true) = expression.kind else {
      if case .rootField(let slots)? = reference(expression), let node = sharedField(slots) { return node }
      return node(for: chain(expression), expression.range)
    }
    let chain = chain(operand)
    let steps = chain.steps + [step(field, expression)]
    return OptionalSelectNode(chain.start ?? RecordNode(), steps, range: expression.range)
  }

  /// The node of a declared field, made once for all programs that share nodes.
  private func sharedField(_ slots: [Int]) -> Node? {
    shared?.field(slots) { rootChain(slots).flatMap { field($0.steps) } }
  }

  func has(_ operand: Expression, _ field: Text, _ expression: Expression) -> Node {
    if let node = presence(of: expression, expression.range) { return node }
    let chain = chain(operand)
    let steps = chain.steps + [step(field, expression)]
    return HasNode(chain.start ?? RecordNode(), steps, range: expression.range)
  }

  /// `has(name)` where the checker found a variable or a field of the root record; nil where it did not.
  func presence(of name: Expression, _ range: SourceRange) -> Node? {
    switch reference(name) {
    case .variable(let slot): HasNode(variable(slot, range), [], range: range)
    case .rootField(let slots): rootChain(slots).map { HasNode(RecordNode(), $0.steps, range: range) }
    default: nil
    }
  }

  func node(for chain: Chain, _ range: SourceRange) -> Node {
    guard let start = chain.start else {
      return field(chain.steps) ?? PathNode(RecordNode(), chain.steps, range: range)
    }
    if let local = start.local, chain.steps.count == 1, case .field(let slot, _) = chain.steps[0] {
      return LocalFieldNode(local: local, slot: slot, PathNode(start, chain.steps, range: range))
    }
    return chain.steps.isEmpty ? start : folded(PathNode(start, chain.steps, range: range), [start])
  }

  /// What an identifier, selection or constant index stands for; any other expression is the start of a chain.
  func chain(_ expression: Expression) -> Chain {
    if let chain = checkedChain(expression) { return chain }
    switch expression.kind {
    case .identifier(let name, let leadingDot):
      if !leadingDot, let chain = scope.chain(name) { return chain }
      return named(name, leadingDot: leadingDot, expression.range)
        ?? Chain(start: failure(.undeclaredReference, name, expression))
    case .select(let operand, let field, optional: false):
      // What the checker left without a meaning of its own is no name.
      if !isChecked, let name = dottedName(expression),
        let chain = named(name.text, leadingDot: name.leadingDot, expression.range)
      {
        return chain
      }
      var chain = chain(operand)
      chain.steps.append(step(field, expression))
      return chain
    case .call(Operator.index, nil, let operands) where operands.count == 2:
      guard case .literal(.string(let key)) = operands[1].kind else { break }
      var chain = chain(operands[0])
      chain.steps.append(.key(key))
      return chain
    default: break
    }
    return Chain(start: node(expression))
  }

  /// What the checker says of a whole name or selection.
  private func checkedChain(_ expression: Expression) -> Chain? {
    switch reference(expression) {
    case .rootField(let slots): rootChain(slots)
    case .variable(let slot): Chain(start: variable(slot, expression.range))
    case .local(let name): scope.chain(name)
    case .constant(let value): Chain(start: ConstantNode(value))
    case .recordField, .item, .function, nil: nil
    }
  }

  /// The step of a selection: by slot where the checker knows it.
  private func step(_ field: Text, _ expression: Expression) -> Selector {
    switch reference(expression) {
    case .recordField(let slot): .field(slot: slot, name: field)
    case .item(let key): .member(key)
    default: .member(field)
    }
  }

  private func rootChain(_ slots: [Int]) -> Chain? {
    guard var type = environment.recordType else { return nil }
    var steps: [Selector] = []
    for (index, slot) in slots.enumerated() {
      guard type.fields.indices.contains(slot) else { return nil }
      steps.append(.field(slot: slot, name: type.fields[slot].name))
      if index + 1 < slots.count {
        guard let inner = section(type.fields[slot]) else { return nil }
        type = inner
      }
    }
    return Chain(start: nil, steps: steps)
  }

  /// A chain of declared fields only: one that knows at plan time what it gives where a record does not.
  private func field(_ steps: [Selector]) -> FieldNode? {
    guard var type = environment.recordType else { return nil }
    var slots: [Int] = []
    var place = Path.root
    for (index, step) in steps.enumerated() {
      guard let slot = slot(of: step, in: type) else { return nil }
      let field = type.fields[slot]
      slots.append(slot)
      place = place.appending(.field(field.name))
      if index + 1 == steps.count {
        let absent = field.defaultValue ?? .unknown(Unknown(place))
        return FieldPlace(slots: slots, absent: absent).map(FieldNode.init)
      }
      guard let inner = section(field) else { return nil }
      type = inner
    }
    return nil
  }

  private func slot(of step: Selector, in type: RecordType) -> Int? {
    switch step {
    case .field(let slot, _): type.fields.indices.contains(slot) ? slot : nil
    case .member(let name): type.slot(of: name)
    case .key: nil
    }
  }

  private func section(_ field: Field) -> RecordType? {
    guard case .record(let name) = field.type else { return nil }
    return environment.schema.recordTypes[name]
  }
}
