import JSON

// What lies on the path from bracket to bracket is kept apart from the rest, and small: its frames are what nesting costs.
extension Parser {
  /// `Expr = ConditionalOr ["?" ConditionalOr ":" Expr]`
  @inline(never)
  mutating func parseExpression() -> Operand {
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.depth else {
      abandon(SourceRange(token.start, token.end))
      return broken(token.start)
    }
    let condition = parseOperators()
    return token.kind == .question ? parseConditional(condition) : condition
  }

  @inline(never)
  private mutating func parseConditional(_ condition: Operand) -> Operand {
    advance()
    let first = parseOperators()
    guard skip(.colon) else {
      report(expected: ":")
      recover()
      return broken(condition.start)
    }
    let second = parseExpression()
    return operation(Operator.conditional, [condition, first, second], condition.start, second.end)
  }

  private mutating func parseOperators() -> Operand {
    let first = parseUnary()
    guard let next = nextOperator() else { return first }
    return parseOperators(after: first, next)
  }

  /// The operand behind an operator, and whatever operators follow.
  @inline(never)
  private mutating func parseOperators(after first: Operand, _ operation: BinaryOperator) -> Operand {
    advance()
    let second = parseUnary()
    guard let next = nextOperator() else { return binary(operation.function, first, second) }
    return parseOperators(after: first, operation, second, next)
  }

  /// A sequence of operands with operators between them: two stacks, reduced by precedence.
  @inline(never)
  private mutating func parseOperators(
    after first: Operand, _ operation: BinaryOperator, _ second: Operand, _ third: BinaryOperator
  ) -> Operand {
    var operands = [first, second]
    var waiting = [operation]
    var following: BinaryOperator? = third
    while let next = following {
      advance()
      while let last = waiting.last, last.precedence >= next.precedence, last != next || !next.isLogical {
        reduce(&operands, &waiting)
      }
      waiting.append(next)
      operands.append(parseUnary())
      following = nextOperator()
    }
    while !waiting.isEmpty { reduce(&operands, &waiting) }
    return operands[0]
  }

  /// The binary operator that is next, also where it is written as in other languages.
  @inline(never)
  private mutating func nextOperator() -> BinaryOperator? {
    if let operation = BinaryOperator(token.kind) { return operation }
    guard let meant = meantOperator else { return nil }
    report(expected: "operator", suggestion: meant)
    return meant == BinaryOperator.and.symbol ? .and : .or
  }

  /// Makes the last operator a node; of a logical one, its whole chain.
  @inline(never)
  private mutating func reduce(_ operands: inout [Operand], _ waiting: inout [BinaryOperator]) {
    guard let last = waiting.popLast() else { return }
    var count = 2
    while last.isLogical, waiting.last == last {
      waiting.removeLast()
      count += 1
    }
    if count == 2, let right = operands.popLast(), let left = operands.popLast() {
      operands.append(binary(last.function, left, right))
      return
    }
    let chain = operands[(operands.count - count)...]
    let result = balanced(last.function, chain)
    operands.removeLast(count)
    operands.append(result)
  }

  /// A tree of the least height over the operands, in their order.
  private mutating func balanced(_ function: Text, _ operands: ArraySlice<Operand>) -> Operand {
    let first = operands[operands.startIndex]
    guard operands.count > 1 else { return first }
    let middle = operands.startIndex + (operands.count + 1) / 2
    let left = balanced(function, operands[..<middle])
    return binary(function, left, balanced(function, operands[middle...]))
  }

  /// `Unary = Member | "!" {"!"} Member | "-" {"-"} Member`; a minus before a number is its sign.
  private mutating func parseUnary() -> Operand {
    token.kind == .not || token.kind == .minus ? parsePrefixed(by: token.kind) : parseMember(parsePrimary())
  }

  @inline(never)
  private mutating func parsePrefixed(by kind: Token.Kind) -> Operand {
    var starts: [Int] = []
    while token.kind == kind, !isSign {
      starts.append(token.start)
      if starts.count >= limits.depth { abandon(SourceRange(token.start, token.end)) }
      advance()
    }
    var operand = parseMember(parsePrimary())
    let function = kind == .not ? Operator.not : Operator.negate
    while let start = starts.popLast(), !isAbandoned {
      operand = operation(function, [operand], start, operand.end)
    }
    return operand
  }

  /// True where the next token is a minus that belongs to the number behind it.
  var isSign: Bool {
    @inline(never) get {
      guard token.kind == .minus else { return false }
      var ahead = lexer
      let next = ahead.next().kind
      return next == .int || next == .fraction
    }
  }
}
