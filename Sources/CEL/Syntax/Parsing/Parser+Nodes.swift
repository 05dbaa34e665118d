import JSON

extension Parser {
  /// Makes a node; its height is the least that it can have over `below` levels.
  @inline(never)
  mutating func node(
    _ kind: Expression.Kind, below: Int, _ start: Int, _ end: Int, form: Operand.Form = .other
  ) -> Operand {
    let range = SourceRange(start, end)
    if below >= limits.depth { abandon(range) }
    let expression = Expression(id: nextID, range: range, kind: kind)
    nextID += 1
    return Operand(expression: expression, height: below + 1, start: start, end: end, form: form)
  }

  /// Makes the call of an operator.
  @inline(never)
  mutating func operation(_ function: Text, _ operands: [Operand], _ start: Int, _ end: Int) -> Operand {
    let below = operands.reduce(0) { max($0, $1.height) }
    let arguments = operands.map { $0.expression }
    return node(.call(function: function, target: nil, arguments: arguments), below: below, start, end)
  }

  /// Makes the call of an operator between two operands.
  @inline(never)
  mutating func binary(_ function: Text, _ left: Operand, _ right: Operand) -> Operand {
    let kind = Expression.Kind.call(
      function: function, target: nil, arguments: [left.expression, right.expression])
    return node(kind, below: max(left.height, right.height), left.start, right.end)
  }

  /// Stands in for an operand that could not be read.
  @inline(never)
  mutating func broken(_ start: Int) -> Operand {
    node(.literal(.null), below: 0, start, max(start, previousEnd), form: .broken)
  }
}
