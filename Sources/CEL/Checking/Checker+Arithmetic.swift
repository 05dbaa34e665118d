import JSON

/// The rules of packs on numbers (DESIGN §6): exact numbers meet, a double beside them does not.
extension Checker {
  mutating func checkArithmetic(
    _ function: Text, _ left: Expression, _ right: Expression, _ expression: Expression
  ) -> CELType {
    let types = [check(left), check(right)]
    let (leftType, rightType) = (substitution.apply(types[0]), substitution.apply(types[1]))
    if reportedDecimalBesideDouble(left, leftType, right, rightType, expression) { return .error }
    if function != Operator.modulo, let type = leftType.widerExactNumber(rightType) {
      if isCoercible(left, to: type) { coerce(left, to: type) }
      if isCoercible(right, to: type) { coerce(right, to: type) }
      return type
    }
    if isPack, function == Operator.divide, leftType.isInteger, rightType.isInteger {
      let remedy = "ratio(" + source(of: left) + ", " + source(of: right) + ")"
      report(.integerDivision, expression.range, [source(of: expression)], suggestion: remedy)
      return .error
    }
    guard let (name, overloads) = declarations.function(function, leadingDot: true) else {
      report(.undeclaredFunction, expression.range, [function])
      return .error
    }
    // An exact fraction meets whatever number an open operand turns out to be.
    if leftType.isExactFraction && rightType.isDynamic || rightType.isExactFraction && leftType.isDynamic {
      return leftType == .error || rightType == .error ? .error : .dyn
    }
    return resolve(name, overloads, member: false, [left, right], types, expression)
  }

  mutating func checkNegation(_ operand: Expression, _ expression: Expression) -> CELType {
    let type = substitution.apply(check(operand))
    if type.isExactFraction { return type }
    guard let (name, overloads) = declarations.function(Operator.negate, leadingDot: true) else {
      report(.undeclaredFunction, expression.range, [Operator.negate])
      return .error
    }
    return resolve(name, overloads, member: false, [operand], [type], expression)
  }

  /// True where two operands meet as exact numbers, or are reported because one is a double.
  mutating func meetsAsNumbers(
    _ left: Expression, _ leftType: CELType, _ right: Expression, _ rightType: CELType,
    _ expression: Expression
  ) -> Bool {
    let (leftType, rightType) = (substitution.apply(leftType), substitution.apply(rightType))
    if reportedDecimalBesideDouble(left, leftType, right, rightType, expression) { return true }
    guard let wider = leftType.widerExactNumber(rightType) else { return false }
    for operand in [left, right] {
      if case .list = substitution.apply(tables.type(of: operand)) {
        if isCoercible(operand, to: .list(wider)) { coerce(operand, to: .list(wider)) }
      } else if isCoercible(operand, to: wider) {
        coerce(operand, to: wider)
      }
    }
    return true
  }

  private mutating func reportedDecimalBesideDouble(
    _ left: Expression, _ leftType: CELType, _ right: Expression, _ rightType: CELType,
    _ expression: Expression
  ) -> Bool {
    let double: Expression
    if leftType.isExactFraction, rightType == .double {
      double = right
    } else if rightType.isExactFraction, leftType == .double {
      double = left
    } else {
      return false
    }
    let hasConversion = declarations.function("decimal") != nil
    let remedy = hasConversion ? "decimal(" + source(of: double) + ")" : nil
    report(.decimalBesideDouble, expression.range, [source(of: expression)], suggestion: remedy)
    return true
  }

  /// True where a declared field is compared with `null` in a pack, which is reported.
  mutating func reportedNullComparison(
    _ function: Text, _ left: Expression, _ right: Expression, _ expression: Expression
  ) -> Bool {
    guard isPack else { return false }
    let field: Expression
    if case .literal(.null) = right.kind {
      field = left
    } else if case .literal(.null) = left.kind {
      field = right
    } else {
      return false
    }
    guard isDeclaredField(field) else { return false }
    let path = source(of: field)
    let remedy = (function == Operator.equals ? "!has(" : "has(") + path + ")"
    report(.nullComparison, expression.range, [path], suggestion: remedy)
    return true
  }

  private func isDeclaredField(_ expression: Expression) -> Bool {
    switch tables.reference(of: expression) {
    case .rootField, .recordField, .item: true
    default: false
    }
  }
}

extension CELType {
  fileprivate var isInteger: Bool { self == .int || self == .uint }
}
