import CEL
import JSON

extension ProgramBuilder {
  /// What an expression stands for.
  func operand(_ expression: Expression) throws(NoColumnForm) -> Operand {
    switch reference(expression) {
    case .constant(let value): return .constant(value)
    case .rootField(let slots):
      if case .has = expression.kind { return try presence(expression) }
      return try operand(of: try rootField(slots), item: nil)
    case .variable(let slot):
      if case .has = expression.kind { throw NoColumnForm("whether a parameter is given") }
      guard variables.indices.contains(slot), let value = variables[slot] else {
        throw NoColumnForm("a parameter that differs by law date")
      }
      return .constant(value)
    case .local(let name):
      guard let local = locals.last(where: { $0.name == name }) else { throw NoColumnForm("a name") }
      return local.operand
    default: break
    }
    switch expression.kind {
    case .literal(let literal): return .constant(try value(literal))
    case .select(let target, let field, optional: false): return try select(target, field, expression)
    case .has: return try presence(expression)
    case .call(let function, let target, let arguments):
      return try call(function, target, arguments, expression)
    case .list(let elements, let optional): return .constant(try list(elements, optional))
    case .comprehension(let macro): return try comprehension(macro)
    case .bind(let name, let value, let body):
      locals.append((name, try operand(value)))
      defer { locals.removeLast() }
      return try operand(body)
    default: throw NoColumnForm("this form of expression")
    }
  }

  private func value(_ literal: Literal) throws(NoColumnForm) -> Value {
    switch literal {
    case .bool(let bool): return .bool(bool)
    case .int(let int): return .int(int)
    case .string(let text): return .string(text)
    case .fraction(let digits):
      guard let decimal = try? Decimal(digits) else { throw NoColumnForm("a number") }
      return .decimal(decimal)
    default: throw NoColumnForm("a literal of another type")
    }
  }

  /// A list of constants.
  private func list(_ elements: [Expression], _ optional: [Bool]) throws(NoColumnForm) -> Value {
    guard !optional.contains(true) else { throw NoColumnForm("optional elements") }
    var values: [Value] = []
    for element in elements {
      guard case .constant(let value) = try operand(element) else { throw NoColumnForm("a list of values") }
      values.append(value)
    }
    return .list(ListValue(values))
  }

  func rootField(_ slots: [Int]) throws(NoColumnForm) -> FieldPlan {
    var object = plan.root
    for (depth, slot) in slots.enumerated() {
      guard object.fields.indices.contains(slot) else { throw NoColumnForm("a field") }
      let field = object.fields[slot]
      if depth + 1 == slots.count { return field }
      guard let inner = field.object, field.field?.defaultValue == nil else {
        throw NoColumnForm("a section")
      }
      object = inner
    }
    throw NoColumnForm("the record itself")
  }

  func operand(of field: FieldPlan, item: Int?) throws(NoColumnForm) -> Operand {
    if let object = field.object { return .record(object, item: item) }
    guard let list = field.list else { return .field(field, item: item) }
    guard item == nil else { throw NoColumnForm("a list of one item") }
    guard field.field?.defaultValue == nil else { throw NoColumnForm("a field with a default") }
    plan.read(list)
    _ = plan.column(of: field)
    return .list(ListOperand(plan: list, field: field))
  }

  private func select(
    _ target: Expression, _ name: Text, _ expression: Expression
  ) throws(NoColumnForm) -> Operand {
    switch (reference(expression), try operand(target)) {
    case (.recordField(let slot), .record(let object, let item)) where object.fields.indices.contains(slot):
      return try operand(of: object.fields[slot], item: item)
    case (.item(let key), .list(let list)): return try item(key, of: list)
    default: throw NoColumnForm("a selection")
    }
  }

  /// The item of a keyed list.
  func item(_ key: Text, of list: ListOperand) throws(NoColumnForm) -> Operand {
    guard list.filter == nil, list.element == nil, list.plan.field?.isComplete ?? true,
      let name = list.plan.field?.key, let object = list.plan.element.object,
      let field = object.field(named: name), let space = list.plan.space
    else { throw NoColumnForm("an item of a list") }
    let column = plan.column(of: field)
    let code: Int64
    switch field.form {
    case .text: code = plan.code(of: key, in: column) ?? -2
    case .member: code = field.members?.index(of: key).map(Int64.init) ?? -2
    default: throw NoColumnForm("a list whose key is of type \(field.type.text)")
    }
    let item = step(
      .item(list: space, key: column, code: code, isText: field.form == .text), list.plan.parent, .int)
    return .record(object, item: item)
  }

  /// `has(operand.field)`.
  private func presence(_ expression: Expression) throws(NoColumnForm) -> Operand {
    guard case .has(let target, _) = expression.kind else { throw NoColumnForm("has") }
    switch reference(expression) {
    case .rootField(let slots): return .register(try presence(of: try rootField(slots)))
    case .recordField(let slot):
      guard case .record(let object, let item) = try operand(target), object.fields.indices.contains(slot)
      else {
        throw NoColumnForm("has")
      }
      let field = object.fields[slot]
      if let item {
        return .register(step(.pickedPresence(try presence(of: field), item: item), steps[item].space, .bool))
      }
      guard object.space > 0 else { return .register(try presence(of: field)) }
      // Of an item that is null nothing can be told.
      guard let element = element(around: object) else { throw NoColumnForm("has within an item") }
      return .register(try presence(of: field, within: plan.column(of: element)))
    default: throw NoColumnForm("has")
    }
  }

  func presence(of field: FieldPlan, within element: Int? = nil) throws(NoColumnForm) -> Int {
    guard field.field?.defaultValue == nil else { throw NoColumnForm("a field with a default") }
    switch field.form {
    case .anything, .unsupported, .type: throw NoColumnForm("a field of type \(field.type.text)")
    case .list: if let list = field.list { plan.read(list) }
    default: break
    }
    return step(.isGiven(plan.column(of: field), within: element), field.space, .bool)
  }

  /// The item that an object is or lies within.
  private func element(around object: ObjectPlan) -> FieldPlan? {
    var owner = object.owner
    while let field = owner, let parent = field.parent { owner = parent.owner }
    return owner
  }
}
