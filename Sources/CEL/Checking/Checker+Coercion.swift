import JSON

/// Literals take the type of what they stand beside: a text beside an enum is a member, a whole number beside a
/// decimal is a decimal.
extension Checker {
  /// True where a node, already checked, is made of literals that can be read as the type, or is an exact number
  /// that widens to it.
  func isCoercible(_ expression: Expression, to expected: CELType) -> Bool {
    let expected = substitution.apply(expected)
    if case .parameter = expected { return false }
    let found = substitution.apply(tables.type(of: expression))
    if found == expected { return true }
    if found.widens(to: expected) { return true }
    switch (expression.kind, expected) {
    case (.literal(.string), .enumeration): return true
    case (.list(let elements, let optional), .list(let element)):
      return !optional.contains(true) && elements.allSatisfy { isCoercible($0, to: element) }
    case (.call(Operator.conditional, nil, let arguments), _) where arguments.count == 3:
      return isCoercible(arguments[1], to: expected) && isCoercible(arguments[2], to: expected)
    default: return false
    }
  }

  /// Gives a node that `isCoercible` the type, and its literals values of that type.
  ///
  /// - Returns: false where a literal was reported because it has no value of that type.
  @discardableResult
  mutating func coerce(_ expression: Expression, to expected: CELType) -> Bool {
    let expected = substitution.apply(expected)
    guard substitution.apply(tables.type(of: expression)) != expected else { return true }
    let id = Int(expression.id)
    switch (expression.kind, expected) {
    case (.literal(.string(let name)), .enumeration(let enumName)):
      tables.types[id] = expected
      guard let type = declarations.schema.enumTypes[enumName] else { return true }
      guard let index = type.index(of: name), let member = EnumValue(type: type, index: index) else {
        let nearest = isReporting ? Suggestion.nearest(to: name, among: type.members) : nil
        report(
          .notAMember, expression.range, [name, enumName] + type.membersToName,
          suggestion: nearest.map { "'" + $0 + "'" })
        return false
      }
      tables.references[id] = .constant(.enumeration(member))
      return true
    case (.literal(.int(let number)), .decimal), (.literal(.int(let number)), .ratio):
      tables.types[id] = .decimal
      tables.references[id] = .constant(.decimal(Decimal(number)))
      return true
    case (.list(let elements, _), .list(let element)):
      let isDone = coerce(elements[...], to: element)
      if elements.allSatisfy({ tables.type(of: $0) == element }) { tables.types[id] = expected }
      return isDone
    case (.call(Operator.conditional, nil, let arguments), _) where arguments.count == 3:
      return coerceOperands(arguments[1...], of: id, to: expected)
    case (.call(Operator.negate, nil, let arguments), _):
      return coerceOperands(arguments[...], of: id, to: expected)
    default:
      return true
    }
  }

  private mutating func coerceOperands(
    _ operands: ArraySlice<Expression>, of id: Int, to expected: CELType
  ) -> Bool {
    let isDone = coerce(operands, to: expected)
    if let type = operands.first.map({ tables.type(of: $0) }),
      operands.allSatisfy({ tables.type(of: $0) == type })
    {
      tables.types[id] = type
    }
    return isDone
  }

  private mutating func coerce(_ expressions: ArraySlice<Expression>, to expected: CELType) -> Bool {
    var isDone = true
    for expression in expressions where !coerce(expression, to: expected) { isDone = false }
    return isDone
  }

  /// What to write instead where the type of a node is not the expected one but can be converted.
  func conversionRemedy(_ expression: Expression, to expected: CELType) -> Text? {
    let found = substitution.apply(tables.type(of: expression))
    switch (expected, found) {
    case (.date, .string), (.period, .string), (.timestamp, .string), (.duration, .string):
      guard case .literal(.string(let content)) = expression.kind else {
        return expected.text + "(" + source(of: expression) + ")"
      }
      return expected.text + "(\"" + content + "\")"
    case (.string, .enumeration), (.string, .int), (.string, .decimal), (.string, .date), (.string, .period):
      return "string(" + source(of: expression) + ")"
    default: return nil
    }
  }
}
