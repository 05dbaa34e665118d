import JSON

extension Checker {
  /// The type of a call of an operator that the language itself defines; nil for any other function.
  mutating func checkOperator(
    _ function: Text, _ operands: [Expression], _ expression: Expression
  ) -> CELType? {
    switch (function, operands.count) {
    case (Operator.and, 1...), (Operator.or, 1...), (Operator.not, 1):
      for operand in operands { require(operand, check(operand), .bool) }
      return .bool
    case (Operator.conditional, 3): return checkConditional(operands, expression)
    case (Operator.equals, 2), (Operator.notEquals, 2):
      checkEquality(function, operands[0], operands[1], expression)
      return .bool
    case (Operator.less, 2), (Operator.lessOrEqual, 2), (Operator.greater, 2), (Operator.greaterOrEqual, 2):
      checkOrder(function, operands[0], operands[1], expression)
      return .bool
    case (Operator.membership, 2):
      checkMembership(operands[0], operands[1], expression)
      return .bool
    case (Operator.index, 2):
      return checkIndex(operands[0], operands[1], optional: false, expression)
    case (Operator.optionalIndex, 2):
      return checkIndex(operands[0], operands[1], optional: true, expression)
    case (Operator.add, 2), (Operator.subtract, 2), (Operator.multiply, 2), (Operator.divide, 2),
      (Operator.modulo, 2):
      return checkArithmetic(function, operands[0], operands[1], expression)
    case (Operator.negate, 1):
      return checkNegation(operands[0], expression)
    case ("has", 1) where isPack && environment.macros.contains(.presence):
      checkPresence(operands[0])
      return .bool
    default: return nil
    }
  }

  /// `has(field)` of a bare name: a field of the root record, or a variable.
  private mutating func checkPresence(_ name: Expression) {
    if case .error = check(name) { return }
    switch tables.reference(of: name) {
    case .rootField, .variable: break
    default: report(.invalidMacroArgument, name.range, ["has", "field"])
    }
  }

  private mutating func checkConditional(_ operands: [Expression], _ expression: Expression) -> CELType {
    let condition = check(operands[0])
    require(operands[0], condition, .bool)
    let left = check(operands[1])
    let right = check(operands[2])
    if let type = joinBranches(operands[1], left, operands[2], right) { return type }
    report(
      .noMatchingOverload, expression.range, [Operator.conditional, names([condition, left, right])])
    return .error
  }

  private mutating func checkEquality(
    _ function: Text, _ left: Expression, _ right: Expression, _ expression: Expression
  ) {
    let leftType = check(left)
    let rightType = check(right)
    if reportedNullComparison(function, left, right, expression) { return }
    if equates(left, leftType, right, rightType, expression) { return }
    reportIncomparable(function, left, leftType, right, rightType, expression)
  }

  /// True where two operands can be equal, or why not has been reported.
  private mutating func equates(
    _ left: Expression, _ leftType: CELType, _ right: Expression, _ rightType: CELType,
    _ expression: Expression
  ) -> Bool {
    if meetsAsNumbers(left, leftType, right, rightType, expression) { return true }
    if substitution.unify(leftType, rightType) || substitution.unify(rightType, leftType) { return true }
    return meetsAsLiteral(left, leftType, right, rightType)
  }

  /// True where a literal takes the type of the other operand.
  private mutating func meetsAsLiteral(
    _ left: Expression, _ leftType: CELType, _ right: Expression, _ rightType: CELType
  ) -> Bool {
    if isCoercible(right, to: leftType) {
      coerce(right, to: leftType)
      return true
    }
    if isCoercible(left, to: rightType) {
      coerce(left, to: rightType)
      return true
    }
    return false
  }

  private mutating func checkOrder(
    _ function: Text, _ left: Expression, _ right: Expression, _ expression: Expression
  ) {
    let leftType = substitution.apply(check(left)).unwrappingWrapper
    let rightType = substitution.apply(check(right)).unwrappingWrapper
    if meetsAsNumbers(left, leftType, right, rightType, expression) { return }
    if leftType.isNumber && rightType.isNumber { return }
    guard
      substitution.unify(leftType, rightType) || meetsAsLiteral(left, leftType, right, rightType)
    else {
      reportIncomparable(function, left, leftType, right, rightType, expression)
      return
    }
    let type = substitution.apply(leftType.isDynamic ? rightType : leftType)
    if case .enumeration(let name) = enumType(type, tables.type(of: left), tables.type(of: right)) {
      if declarations.schema.enumTypes[name]?.isOrdered == false {
        report(.unorderedEnum, expression.range, [name])
      }
    } else if !type.isOrdered {
      report(.noMatchingOverload, expression.range, [function, names([leftType, rightType])])
    }
  }

  /// The enum among the types of two operands, after literals took it.
  private func enumType(_ types: CELType...) -> CELType? {
    types.first { if case .enumeration = $0 { true } else { false } }
  }

  private mutating func checkMembership(
    _ element: Expression, _ collection: Expression, _ expression: Expression
  ) {
    let elementType = check(element)
    let collectionType = substitution.apply(check(collection))
    switch collectionType {
    case .dyn, .error, .parameter: return
    case .list(let member):
      if meetsAsNumbers(element, elementType, collection, member, expression) { return }
      if substitution.unify(elementType, member) { return }
      if isCoercible(collection, to: .list(elementType)) {
        coerce(collection, to: .list(elementType))
      } else if isCoercible(element, to: member) {
        coerce(element, to: member)
      } else {
        reportStranger(element, elementType, collection, member, expression)
      }
    case .map(let key, _):
      if isEnumKey(elementType, key) { return }
      if !require(element, elementType, key) { return }
    default:
      report(
        .noMatchingOverload, expression.range, [Operator.membership, names([elementType, collectionType])])
    }
  }
}

extension CELType {
  /// The primitive within a wrapper, or the type itself.
  var unwrappingWrapper: CELType { if case .wrapper(let primitive) = self { primitive } else { self } }

  /// True where `<` is defined between values of this type; enums are asked apart.
  var isOrdered: Bool {
    switch self {
    case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .decimal, .ratio, .date,
      .period, .dyn,
      .error,
      .parameter:
      true
    default: false
    }
  }
}
