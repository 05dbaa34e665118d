import JSON

/// Operators and functions.
extension Planner {
  func call(
    _ function: Text, _ target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) -> Node {
    if target == nil, let node = operation(function, arguments, expression) { return node }
    if case .function(let name)? = reference(expression) {
      return libraryCall(name, target, arguments, expression)
    }
    return unresolvedCall(function, target, arguments, expression)
  }

  /// The operators that have nodes of their own.
  private func operation(
    _ function: Text, _ arguments: [Expression], _ expression: Expression
  ) -> Node? {
    let range = expression.range
    switch (function, arguments.count) {
    case (Operator.and, 1...), (Operator.or, 1...): return logic(function, arguments, range)
    case (Operator.not, 1):
      let operand = node(arguments[0])
      return folded(NotNode(operand, range: range), [operand])
    case (Operator.conditional, 3):
      let (condition, first, second) = (node(arguments[0]), node(arguments[1]), node(arguments[2]))
      return folded(ConditionalNode(condition, first, second, range: range), [condition, first, second])
    case (Operator.equals, 2), (Operator.notEquals, 2):
      let (left, right) = (node(arguments[0]), node(arguments[1]))
      let isNegated = function == Operator.notEquals
      return folded(EqualityNode(left, right, isNegated: isNegated, range: range), [left, right])
    case (Operator.membership, 2): return membership(arguments[0], arguments[1], range)
    case (Operator.index, 2):
      if case .literal(.string) = arguments[1].kind { return path(expression) }
      return index(arguments, isOptional: false, range)
    case (Operator.optionalIndex, 2): return index(arguments, isOptional: true, range)
    case ("has", 1): return presence(of: arguments[0], range)
    default:
      guard arguments.count == 2, let comparison = Comparison(function) else { return nil }
      return self.comparison(comparison, node(arguments[0]), node(arguments[1]), range)
    }
  }

  private func comparison(
    _ comparison: Comparison, _ left: Node, _ right: Node, _ range: SourceRange
  ) -> Node {
    if let field = left.field, let bound = right.constant {
      return FieldComparisonNode(comparison, field, bound, range: range)
    }
    return folded(ComparisonNode(comparison, left, right, range: range), [left, right])
  }

  /// `a && b && c`: a tree of the least height, however the parser has nested it.
  private func logic(_ function: Text, _ arguments: [Expression], _ range: SourceRange) -> Node {
    let operands = traces ? arguments : flattened(function, arguments)
    let nodes = operands.map { node($0) }
    return balanced(nodes[...], decisive: function == Operator.or, range)
  }

  private func balanced(_ operands: ArraySlice<Node>, decisive: Bool, _ range: SourceRange) -> Node {
    guard operands.count > 1 else { return operands.first ?? ConstantNode(.bool(!decisive)) }
    let middle = operands.startIndex + operands.count / 2
    let left = balanced(operands[..<middle], decisive: decisive, range)
    let right = balanced(operands[middle...], decisive: decisive, range)
    return folded(LogicNode(left, right, decisive: decisive, range: range), [left, right])
  }

  private func flattened(_ function: Text, _ arguments: [Expression]) -> [Expression] {
    var operands: [Expression] = []
    var pending = Array(arguments.reversed())
    while let next = pending.popLast() {
      if case .call(function, nil, let inner) = next.kind, !inner.isEmpty {
        pending += inner.reversed()
      } else {
        operands.append(next)
      }
    }
    return operands
  }

  private func membership(_ element: Expression, _ list: Expression, _ range: SourceRange) -> Node {
    let (element, list) = (node(element), node(list))
    if !traces, element.constant == nil, case .list(let constants)? = list.constant, !constants.isOpen {
      return ConstantMembershipNode(element, constants.elements, range: range)
    }
    return folded(MembershipNode(element, list, range: range), [element, list])
  }

  private func index(_ arguments: [Expression], isOptional: Bool, _ range: SourceRange) -> Node {
    let (operand, place) = (node(arguments[0]), node(arguments[1]))
    return folded(IndexNode(operand, place, isOptional: isOptional, range: range), [operand, place])
  }

  /// A call whose name the checker has resolved: with the name of a namespace in front, the target is not an argument.
  private func libraryCall(
    _ name: Text, _ target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) -> Node {
    if let target, !isNamespace(target, of: name) {
      return call(name, [target] + arguments, isMember: true, expression)
        ?? failure(.undeclaredReference, name, expression)
    }
    return call(name, arguments, isMember: false, expression)
      ?? failure(.undeclaredReference, name, expression)
  }

  /// True where the dotted name of a target is the part of a function's name before the last dot.
  private func isNamespace(_ target: Expression, of function: Text) -> Bool {
    guard let (name, _) = dottedName(target) else { return false }
    let suffix = (name + ".").utf8
    guard let dot = function.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let namespace = function.utf8[...dot]
    guard namespace.suffix(suffix.count).elementsEqual(suffix) else { return false }
    let rest = namespace.dropLast(suffix.count)
    return rest.isEmpty || rest.last == UInt8(ascii: ".")
  }

  /// A call without a checker: a namespace's function, else a member's, else a global one.
  private func unresolvedCall(
    _ function: Text, _ target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) -> Node {
    guard let target else {
      let leadingDot = function.utf8.first == UInt8(ascii: ".")
      let names = leadingDot ? [Text(utf8: function.utf8.dropFirst())] : candidates(function)
      for name in names {
        if let node = call(name, arguments, isMember: false, expression) { return node }
      }
      return failure(.undeclaredReference, function, expression)
    }
    if let (namespace, leadingDot) = dottedName(target) {
      let name = namespace + "." + function
      for candidate in leadingDot ? [name] : candidates(name) {
        if let node = call(candidate, arguments, isMember: false, expression) { return node }
      }
    }
    return call(function, [target] + arguments, isMember: true, expression)
      ?? failure(.undeclaredReference, function, expression)
  }

  /// The call of a declared function; nil where no library has one of this name and form.
  private func call(
    _ name: Text, _ arguments: [Expression], isMember: Bool, _ expression: Expression
  ) -> Node? {
    var functions = environment.functions[name]?.declarations ?? []
    if functions.contains(where: { !$0.accepts(member: isMember, count: arguments.count) }) {
      functions.removeAll { !$0.accepts(member: isMember, count: arguments.count) }
    }
    guard !functions.isEmpty else { return nil }
    let nodes = arguments.map { node($0) }
    if functions.contains(where: { $0.isIntrinsic }), let node = intrinsicCall(name, nodes, expression.range)
    {
      return folded(node, nodes)
    }
    return constantCall(name, nodes, functions, expression.range)
      ?? callNode(name, nodes, functions, expression.range)
  }

  /// The functions that have nodes of their own; nil for one that a host only declared.
  private func intrinsicCall(_ name: Text, _ arguments: [Node], _ range: SourceRange) -> Node? {
    guard arguments.count == 2 else { return nil }
    switch name {
    case "or": return OrValueNode(arguments[0], arguments[1], unwraps: false, range: range)
    case "orValue": return OrValueNode(arguments[0], arguments[1], unwraps: true, range: range)
    case "matches": return MatchesNode(arguments[0], arguments[1], range: range)
    default: return nil
    }
  }

  /// The result of a call of constants; nil where only functions that read the context take them.
  private func constantCall(
    _ name: Text, _ arguments: [Node], _ functions: [FunctionDeclaration], _ range: SourceRange
  ) -> Node? {
    guard !traces, arguments.allSatisfy({ $0.constant != nil }) else { return nil }
    let pure = functions.filter { !$0.traits.contains(.readsContext) }
    guard !pure.isEmpty else { return nil }
    let call = folded(callNode(name, arguments, pure, range), arguments)
    if pure.count < functions.count, case .error(let error)? = call.constant, error.code == .noSuchOverload {
      return nil
    }
    return call
  }

  /// The node for a number of arguments; the commonest numbers do without an array.
  private func callNode(
    _ name: Text, _ arguments: [Node], _ functions: [FunctionDeclaration], _ range: SourceRange
  ) -> Node {
    let callee = Callee(name, functions, range)
    if arguments.count == 1 {
      let bodies = functions.compactMap { function in
        if case .unary(let body) = function.implementation { body } else { nil }
      }
      if bodies.count == functions.count { return UnaryCallNode(callee, arguments[0], bodies) }
    }
    if arguments.count == 2 {
      let bodies = functions.compactMap { function in
        if case .binary(let body) = function.implementation { body } else { nil }
      }
      if bodies.count == functions.count { return BinaryCallNode(callee, arguments[0], arguments[1], bodies) }
    }
    return CallNode(callee, arguments, functions: functions)
  }
}
