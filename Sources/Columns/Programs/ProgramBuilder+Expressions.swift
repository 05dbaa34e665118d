import CEL
import Evaluator
import JSON

extension ProgramBuilder {
  /// What an expression stands for.
  func operand(_ expression: Expression) throws(NoColumnForm) -> Operand {
    switch reference(expression) {
    case .constant(let value): return .constant(value)
    case .rootField(let slots):
      if case .has = expression.kind { return try presence(expression) }
      if let related = try relatedField(slots) { return related }
      return try operand(of: try rootField(slots), item: nil)
    case .variable(let slot):
      if case .has = expression.kind { throw NoColumnForm("whether a parameter is given") }
      guard variables.indices.contains(slot) else { throw NoColumnForm("a parameter") }
      if let value = variables[slot] { return .constant(value) }
      return .register(try parameter(slot))
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
    case .list(let elements, let optional): return try list(elements, optional)
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

  private func list(_ elements: [Expression], _ optional: [Bool]) throws(NoColumnForm) -> Operand {
    guard !optional.contains(true) else { throw NoColumnForm("optional elements") }
    var operands: [Operand] = []
    for element in elements { operands.append(try operand(element)) }
    var values: [Value] = []
    for case .constant(let value) in operands { values.append(value) }
    return values.count == operands.count ? .constant(.list(ListValue(values))) : .literal(operands)
  }

  /// A parameter by the law date of the record: the last value in force.
  private func parameter(_ slot: Int) throws(NoColumnForm) -> Int {
    guard case .field(let name) = pack.lawDate, pack.parameters.indices.contains(slot),
      let field = plan.root.field(named: name), field.form == .date, field.field?.defaultValue == nil
    else { throw NoColumnForm("a parameter that differs from record to record") }
    let date = step(.column(plan.column(of: field)), 0, .date)
    var result: Int?
    for version in pack.parameters[slot].values {
      let value = try register(.constant(version.value))
      var isInForce = step(.truth(true), 0, .bool)
      if let from = version.span.from {
        let begun = step(
          .compareConstant(date, .greaterOrEqual, Int64(from.daysSinceEpoch), scale: 0), 0, .bool)
        isInForce = try join(isInForce, begun, isAnd: true)
      }
      if let before = version.span.before {
        let open = step(.compareConstant(date, .less, Int64(before.daysSinceEpoch), scale: 0), 0, .bool)
        isInForce = try join(isInForce, open, isAnd: true)
      }
      let type = steps[value].type
      let otherwise = result ?? unsettled("a parameter before its time", type)
      guard steps[otherwise].type == type else { throw NoColumnForm("a parameter of unlike values") }
      result = step(.choose(isInForce, value, otherwise), 0, type)
    }
    guard let result else { throw NoColumnForm("a parameter without a value") }
    return result
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
    guard field.field?.defaultValue == nil else { throw NoColumnForm("a list with a default") }
    let space = plan.read(list)
    let given = step(.isKnown(plan.column(of: field)), field.space, .bool)
    return .list(
      ListOperand(plan: list, field: field, span: space, rows: space, parent: list.parent, given: given))
  }

  private func select(
    _ target: Expression, _ name: Text, _ expression: Expression
  ) throws(NoColumnForm) -> Operand {
    switch (reference(expression), try operand(target)) {
    case (.recordField(let slot), .record(let object, let item)) where object.fields.indices.contains(slot):
      let field = object.fields[slot]
      // Of a section that has been given a name, unlike of one that is named with its field, a default fills nothing.
      guard field.field?.defaultValue == nil || object.space > 0 || object === plan.root else {
        throw NoColumnForm("a default within a section")
      }
      return try operand(of: field, item: item)
    case (.item(let key), .list(let list)): return try item(key, of: list)
    default: throw NoColumnForm("a selection")
    }
  }

  /// The item of a keyed list.
  func item(_ key: Text, of list: ListOperand) throws(NoColumnForm) -> Operand {
    guard list.isPlain, list.isComplete,
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

  /// The item whose key is computed.
  func item(of list: ListOperand, named key: Operand) throws(NoColumnForm) -> Operand {
    guard list.isPlain, list.isComplete, let name = list.plan.field?.key,
      let object = list.plan.element.object, let field = object.field(named: name),
      let space = list.plan.space
    else { throw NoColumnForm("an item of a list") }
    let needle = try register(key)
    switch (field.form, steps[needle].type) {
    case (.text, .string), (.integer, .int): break
    default: throw NoColumnForm("a list whose key is of type \(field.type.text)")
    }
    let item = step(
      .itemOf(
        list: space, key: plan.column(of: field), needle: try lift(needle, to: list.parent),
        isText: field.form == .text), list.parent, .int)
    return .record(object, item: item)
  }

  /// `has(operand.field)`.
  private func presence(_ expression: Expression) throws(NoColumnForm) -> Operand {
    guard case .has(let target, _) = expression.kind else { throw NoColumnForm("has") }
    switch reference(expression) {
    case .rootField(let slots): return .register(try presence(slots))
    case .recordField(let slot):
      guard case .record(let object, let item) = try operand(target), object.fields.indices.contains(slot)
      else {
        throw NoColumnForm("has")
      }
      let field = object.fields[slot]
      if let item {
        // Where there is no such item, all of it is unknown.
        if case .itemOf = steps[item].operation { throw NoColumnForm("has of an item whose key is computed") }
        return .register(step(.pickedPresence(try presence(of: field), item: item), steps[item].space, .bool))
      }
      guard object.space > 0 else { return .register(try presence(of: field)) }
      // Of an item that is null nothing can be told.
      guard let element = element(around: object) else { throw NoColumnForm("has within an item") }
      return .register(try presence(of: field, within: plan.column(of: element)))
    default: throw NoColumnForm("has")
    }
  }

  /// `has` of a field of the record, or of the one that it leads to.
  func presence(_ slots: [Int]) throws(NoColumnForm) -> Int {
    if let related = try relatedPresence(slots) { return related }
    return try presence(of: try rootField(slots))
  }

  func presence(of field: FieldPlan, within element: Int? = nil) throws(NoColumnForm) -> Int {
    if field.field?.defaultValue != nil {
      // It is given wherever what holds it is.
      guard field.space > 0 || field.parent !== plan.root else { return step(.truth(true), 0, .bool) }
      guard let owner = field.parent?.owner else { throw NoColumnForm("has of a field with a default") }
      return step(.isGiven(plan.column(of: owner), within: element), field.space, .bool)
    }
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
