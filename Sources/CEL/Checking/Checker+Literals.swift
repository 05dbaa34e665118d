import JSON

extension Checker {
  mutating func checkLiteral(_ literal: Literal, _ expression: Expression) -> CELType {
    switch literal {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .fraction: isPack ? .decimal : .double
    case .string: .string
    case .bytes: .bytes
    }
  }

  mutating func checkList(_ elements: [Expression], _ optional: [Bool]) -> CELType {
    var join = Join()
    for (index, element) in elements.enumerated() {
      let type = check(element)
      let isOptional = optional.indices.contains(index) && optional[index]
      self.join(element, isOptional ? unwrapOptional(element, type) : type, into: &join)
    }
    return .list(join.type ?? substitution.fresh())
  }

  mutating func checkMap(_ entries: [Expression.MapEntry]) -> CELType {
    var keys = Join()
    var values = Join()
    for entry in entries {
      let key = check(entry.key)
      requireKey(entry.key, key)
      join(entry.key, key, into: &keys)
      let value = check(entry.value)
      join(entry.value, entry.optional ? unwrapOptional(entry.value, value) : value, into: &values)
    }
    return .map(keys.type ?? substitution.fresh(), values.type ?? substitution.fresh())
  }

  /// Keys are bool, int, uint or string (an enum member is the string of its name).
  private mutating func requireKey(_ expression: Expression, _ type: CELType) {
    switch substitution.apply(type) {
    case .bool, .int, .uint, .string, .enumeration, .dyn, .error: break
    // An open parameter bound later could make a type that doubles with each level.
    case .parameter: _ = substitution.unify(type, .dyn)
    default: reportMismatch(expression, type, .string)
    }
  }

  private mutating func unwrapOptional(_ expression: Expression, _ type: CELType) -> CELType {
    let wrapped = substitution.fresh()
    return require(expression, type, .optional(wrapped)) ? wrapped : .error
  }

  mutating func checkStructure(
    _ type: Text, _ fields: [Expression.FieldEntry], _ expression: Expression
  ) -> CELType {
    for field in fields { _ = check(field.value) }
    report(.unknownType, expression.range, [type])
    return .error
  }
}
