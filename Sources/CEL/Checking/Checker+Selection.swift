import JSON

extension Checker {
  mutating func checkSelect(
    _ operand: Expression, _ field: Text, optional: Bool, _ expression: Expression
  ) -> CELType {
    if !optional, let type = checkDotted(expression) { return type }
    let found = substitution.apply(check(operand))
    let (target, wasOptional) = found.unwrappingOptional
    guard let type = selectField(field, of: operand, target, expression) else { return .error }
    return optional || wasOptional ? .optional(type) : type
  }

  mutating func checkHas(_ operand: Expression, _ field: Text, _ expression: Expression) -> CELType {
    if let (root, leadingDot) = operand.dottedRoot, leadingDot || scope.lookUp(root) == nil,
      leadingDot || !declarations.isField(root), let dotted = DottedName(operand),
      let slot = declarations.variable(dotted.text + "." + field, leadingDot: dotted.leadingDot)
    {
      tables.references[Int(expression.id)] = .variable(slot)
      return .bool
    }
    let (target, _) = substitution.apply(check(operand)).unwrappingOptional
    _ = selectField(field, of: operand, target, expression)
    // What the node yields is whether the field is given, not the field.
    tables.fields[Int(expression.id)] = nil
    return .bool
  }

  /// The type of `operand.field`, with the reference noted at `expression`; nil where it was reported.
  private mutating func selectField(
    _ field: Text, of operand: Expression, _ target: CELType, _ expression: Expression
  ) -> CELType? {
    switch target {
    case .dyn: return .dyn
    case .error: return nil
    case .parameter:
      _ = substitution.unify(target, .dyn)
      return .dyn
    case .map(_, let value): return value
    case .record(let name):
      guard let type = declarations.schema.recordTypes[name] else {
        report(.unknownType, operand.range, [name])
        return nil
      }
      return selectField(field, of: operand, type, expression)
    case .list(.record(let name)) where keyedItem(operand) != nil:
      tables.references[Int(expression.id)] = .item(field)
      return .record(name)
    default: return reportedSelection(field, target, expression)
    }
  }

  private mutating func selectField(
    _ field: Text, of operand: Expression, _ type: RecordType, _ expression: Expression
  ) -> CELType? {
    guard let slot = type.slot(of: field) else {
      let nearest = isReporting ? Suggestion.nearest(to: field, among: type.fields.map { $0.name }) : nil
      report(.undefinedField, fieldRange(expression), [field, type.name], suggestion: nearest)
      return nil
    }
    let declared = DeclaredField(owner: type, slot: slot)
    if case .rootField(let slots) = tables.reference(of: operand) {
      return note(.rootField(slots + [slot]), declared, expression)
    }
    return note(.recordField(slot), declared, expression)
  }

  private mutating func reportedSelection(
    _ field: Text, _ target: CELType, _ expression: Expression
  ) -> CELType? {
    let isMember = declarations.members(field).contains { candidate in
      guard candidate.overload.isMember, let receiver = candidate.overload.parameters.first else {
        return false
      }
      return receiver == target
    }
    report(
      .notSelectable, fieldRange(expression), [name(target)], suggestion: isMember ? field + "()" : nil)
    return nil
  }

  /// The record type and key of a node that is a list declared with a key.
  private func keyedItem(_ operand: Expression) -> Text? { tables.field(of: operand)?.key }

  /// The bytes of the field's name, at the end of a selection or before the parenthesis of `has`.
  private func fieldRange(_ expression: Expression) -> SourceRange {
    let (operand, field): (Expression, Text)
    switch expression.kind {
    case .select(let target, let name, _), .has(let target, let name): (operand, field) = (target, name)
    default: return expression.range
    }
    let bytes = text.utf8
    var start = min(max(0, Int(operand.range.end)), bytes.count)
    let end = min(max(start, Int(expression.range.end)), bytes.count)
    while start + field.utf8.count <= end {
      if bytes[start..<(start + field.utf8.count)] == field.utf8[...] {
        return SourceRange(start, start + field.utf8.count)
      }
      start += 1
    }
    return expression.range
  }

  /// `operand[index]`, and `operand[?index]` where `optional`.
  mutating func checkIndex(
    _ operand: Expression, _ index: Expression, optional: Bool, _ expression: Expression
  ) -> CELType {
    let found = substitution.apply(check(operand))
    let indexType = check(index)
    let (target, wasOptional) = found.unwrappingOptional
    let type: CELType
    switch target {
    case .list(.record(let name)) where keyedItem(operand) != nil && indexType == .string:
      guard case .literal(.string(let key)) = index.kind else {
        reportMismatch(index, indexType, .int)
        return .error
      }
      tables.references[Int(expression.id)] = .item(key)
      type = .record(name)
    case .list(let element):
      require(index, indexType, .int)
      type = element
    case .map(let key, let value):
      if !isEnumKey(indexType, key) { require(index, indexType, key) }
      type = value
    case .parameter:
      _ = substitution.unify(target, .dyn)
      type = .dyn
    case .dyn: type = .dyn
    case .error: return .error
    default:
      let function = optional ? Operator.optionalIndex : Operator.index
      report(.noMatchingOverload, expression.range, [function, names([found, indexType])])
      return .error
    }
    return optional || wasOptional ? .optional(type) : type
  }

  /// An enum member finds the text key of its name.
  func isEnumKey(_ index: CELType, _ key: CELType) -> Bool {
    guard case .enumeration = substitution.apply(index) else { return false }
    return substitution.apply(key) == .string
  }
}

extension CELType {
  /// The wrapped type of an optional, and whether it was one.
  var unwrappingOptional: (CELType, Bool) {
    if case .optional(let wrapped) = self { (wrapped, true) } else { (self, false) }
  }
}
