import JSON

extension Unparser {
  mutating func writeCall(_ function: Text, _ target: Expression?, _ arguments: [Expression]) {
    if let target {
      write(target, atLeast: Precedence.member)
      append(".")
    } else if writeOperator(function, arguments) {
      return
    }
    append(function)
    writeArguments(arguments)
  }

  mutating func writeArguments(_ arguments: [Expression]) {
    append("(")
    for (index, argument) in arguments.enumerated() {
      separate(index)
      write(argument, atLeast: Precedence.conditional)
    }
    append(")")
  }

  /// Writes an operator in its own form; false where the function is none with so many operands.
  private mutating func writeOperator(_ function: Text, _ operands: [Expression]) -> Bool {
    switch (operands.count, function) {
    case (3, Operator.conditional):
      write(operands[0], atLeast: Precedence.logicalOr)
      append(" ? ")
      write(operands[1], atLeast: Precedence.logicalOr)
      append(" : ")
      write(operands[2], atLeast: Precedence.conditional)
    case (2, Operator.index): writeIndex(operands, "[")
    case (2, Operator.optionalIndex): writeIndex(operands, "[?")
    case (1, Operator.not): writeUnary("!", function, operands[0])
    case (1, Operator.negate): writeUnary("-", function, operands[0])
    case (2, _):
      guard let operation = BinaryOperator(function: function) else { return false }
      write(operands[0], atLeast: operation.precedence)
      append(" ")
      append(operation.symbol)
      append(" ")
      write(operands[1], atLeast: operation.isLogical ? operation.precedence : operation.precedence + 1)
    default: return false
    }
    return true
  }

  private mutating func writeIndex(_ operands: [Expression], _ bracket: Text) {
    write(operands[0], atLeast: Precedence.member)
    append(bracket)
    write(operands[1], atLeast: Precedence.conditional)
    append("]")
  }

  /// An operand may repeat its operator, but not follow the other one; a minus must not become the sign of a number.
  private mutating func writeUnary(_ symbol: Text, _ function: Text, _ operand: Expression) {
    append(symbol)
    let start = output.count
    if case .call(function, target: nil, _) = operand.kind {
      write(operand, atLeast: Precedence.unary)
    } else {
      write(operand, atLeast: Precedence.member)
    }
    let digits = output[start...].drop { $0 == UInt8(ascii: ".") }
    if function == Operator.negate, digits.first?.isDigit == true {
      output.insert(UInt8(ascii: "("), at: start)
      append(")")
    }
  }

  mutating func write(_ comprehension: Comprehension) {
    write(comprehension.range, atLeast: Precedence.member)
    append(".")
    append(Self.name(comprehension.operation))
    append("(")
    if let count = comprehension.count {
      write(count, atLeast: Precedence.conditional)
      append(", ")
    }
    append(comprehension.variable)
    if let second = comprehension.second {
      append(", ")
      append(second)
    }
    for argument in [comprehension.predicate, comprehension.transform] {
      guard let argument else { continue }
      append(", ")
      write(argument, atLeast: Precedence.conditional)
    }
    append(")")
  }

  private static func name(_ operation: Comprehension.Operation) -> Text {
    switch operation {
    case .all: "all"
    case .exists: "exists"
    case .existsOne: "exists_one"
    case .existsAtLeast: "existsAtLeast"
    case .filter: "filter"
    case .map: "map"
    case .transformList: "transformList"
    case .transformMap: "transformMap"
    case .transformMapEntry: "transformMapEntry"
    case .sortBy: "sortBy"
    case .optionalMap: "optMap"
    case .optionalFlatMap: "optFlatMap"
    }
  }
}
