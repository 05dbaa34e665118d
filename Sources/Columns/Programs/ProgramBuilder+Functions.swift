import CEL
import JSON

extension ProgramBuilder {
  /// A call of a library's function.
  func library(
    _ name: Text, _ operands: [Operand], isMember: Bool, _ expression: Expression
  ) throws(NoColumnForm) -> Operand {
    if let constant = folded(name, operands, isMember: isMember) { return .constant(constant) }
    if let special = try special(name, operands, isMember: isMember) { return special }
    var registers: [Int] = []
    for operand in operands { registers.append(try register(operand)) }
    let (aligned, space) = try align(registers)
    for register in aligned { try refuseRepeatedText(register) }
    let type = type(expression)
    switch type {
    case .string, .bool, .int, .decimal, .date, .period, .enumeration: break
    default: throw NoColumnForm("\(name), which gives \(type.text)")
    }
    guard FunctionCall(name, registers.count, isMember: isMember, libraries) != nil else {
      throw NoColumnForm(name.string)
    }
    return .register(step(.call(name, aligned, isMember: isMember), space, type))
  }

  /// The result over constants; nil where there is none, or an operand is no constant.
  private func folded(_ name: Text, _ operands: [Operand], isMember: Bool) -> Value? {
    var values: [Value] = []
    for operand in operands {
      guard case .constant(let value) = operand else { return nil }
      values.append(value)
    }
    switch FunctionCall(name, values.count, isMember: isMember, libraries)?.result(values, context) {
    case nil, .error, .unknown: return nil
    case let result?: return result
    }
  }

  /// Functions with a form of their own; nil for all others.
  private func special(
    _ name: Text, _ operands: [Operand], isMember: Bool
  ) throws(NoColumnForm) -> Operand? {
    switch (name, operands.count) {
    case ("size", 1):
      guard case .list(let list) = operands[0] else { return nil }
      return try size(list)
    case ("given", 1):
      switch operands[0] {
      case .list(let list):
        guard list.isPlain else { throw NoColumnForm("given of a made list") }
        return .register(list.given)
      case .record, .literal, .ratio: throw NoColumnForm("given of no scalar")
      default:
        let register = try register(operands[0])
        return .register(step(.isSettled(register), steps[register].space, .bool))
      }
    case ("fold", 1):
      guard case .field(let field, let item) = operands[0], field.form == .text,
        field.field?.defaultValue == nil
      else { return nil }
      return .folded(field, item: item)
    case ("keyed", 2):
      guard case .list(let list) = operands[0] else { return nil }
      return try item(of: list, named: operands[1])
    case ("flatten", 1):
      guard case .list(let list) = operands[0] else { return nil }
      return .list(try flattened(list))
    case ("distinct", 1), ("duplicates", 1):
      guard case .list(var list) = operands[0], list.isComplete, list.counting == .each else { return nil }
      list.guards = try knownGuards(of: list)
      let known = step(
        .allKnown(list: list.span, given: list.given, value: try itemValue(of: list), where: list.filter),
        list.parent, .bool)
      if !list.guards.contains(known) { list.guards.append(known) }
      list.counting = name == "distinct" ? .different : .repeated
      return .list(list)
    case ("without", 2):
      guard case .list(let list) = operands[0] else { return nil }
      return .list(try without(list, operands[1]))
    case ("string", 1):
      guard case .field(let field, let item) = operands[0] else { return nil }
      switch field.form {
      case .text: return operands[0]
      case .member: return .memberName(field, item: item)
      default: return nil
      }
    case ("ratio", 2), ("percent", 2):
      let dividend = try register(operands[0])
      let divisor = try register(operands[1])
      guard steps[dividend].type.isExact, steps[divisor].type.isExact else {
        throw NoColumnForm("a ratio of ratios")
      }
      return .ratio(dividend, divisor, factor: name == "ratio" ? 1 : 100)
    case ("mean", 1):
      guard case .list(let list) = operands[0] else { return nil }
      let sum = try register(try total(.sum, list))
      guard steps[sum].type.isExact else { return nil }
      return .ratio(sum, try register(try size(list)), factor: 1)
    case ("sum", 1), ("minimum", 1), ("maximum", 1):
      guard case .list(let list) = operands[0] else { throw NoColumnForm(name.string) }
      return try total(name == "sum" ? .sum : name == "minimum" ? .minimum : .maximum, list)
    case ("contains", 2), ("startsWith", 2), ("endsWith", 2):
      guard case .constant(.string(let word)) = operands[1] else { return nil }
      let test: TextTest = name == "contains" ? .contains : name == "startsWith" ? .startsWith : .endsWith
      if case .field(let field, let item) = operands[0], field.form == .text {
        return .register(try textTest(test, word, field, item))
      }
      let text = try register(operands[0])
      guard steps[text].type == .string else { return nil }
      try refuseRepeatedText(text)
      return .register(step(.textTest(text, test, word), steps[text].space, .bool))
    default: return nil
    }
  }

  func textTest(
    _ test: TextTest, _ word: Text, _ field: FieldPlan, _ item: Int?
  ) throws(NoColumnForm) -> Int {
    let column = try register(.field(field, item: nil))
    let result = step(.textTest(column, test, word), field.space, .bool)
    guard let item else { return result }
    return step(.picked(result, item: item), steps[item].space, .bool)
  }

  private func size(_ list: ListOperand) throws(NoColumnForm) -> Operand {
    guard list.isComplete else { throw NoColumnForm("the size of an open list") }
    let guards = try knownGuards(of: list)
    guard list.counting != .each else {
      let count = step(.count(list: list.span, given: list.given, where: list.filter), list.parent, .int)
      return .register(guarded(count, by: guards))
    }
    return .register(guarded(try values(of: list, repeated: list.counting == .repeated), by: guards))
  }

  /// The number of different values of a list.
  private func values(of list: ListOperand, repeated: Bool) throws(NoColumnForm) -> Int {
    let value = try itemValue(of: list)
    return step(
      .countValues(
        list: list.span, given: list.given, value: value, where: list.filter, repeated: repeated),
      list.parent, .int)
  }

  /// The value of an item, as it is or as it was made, over the items.
  private func itemValue(of list: ListOperand) throws(NoColumnForm) -> Int {
    let item: Operand
    if let made = list.element { item = made } else { item = try operand(of: list.plan.element, item: nil) }
    return try lift(try register(item), to: list.rows)
  }

  private func total(_ aggregate: Aggregate, _ list: ListOperand) throws(NoColumnForm) -> Operand {
    guard list.isComplete, list.counting == .each else { throw NoColumnForm("a total") }
    let value = try itemValue(of: list)
    let type = steps[value].type
    guard type.isExact || aggregate != .sum && (type == .date || type == .period) else {
      throw NoColumnForm("a total of \(type.text)")
    }
    let total = step(
      .total(aggregate, list: list.span, given: list.given, value: value, where: list.filter), list.parent,
      type)
    return .register(guarded(total, by: list.guards))
  }

  /// What a list has and another lacks: the items of which none of the other is equal.
  private func without(_ list: ListOperand, _ other: Operand) throws(NoColumnForm) -> ListOperand {
    guard list.isComplete, list.counting == .each else { throw NoColumnForm("without") }
    let value = try itemValue(of: list)
    var kept = list
    kept.guards = try knownGuards(of: list)
    // Open items leave both lists open.
    let known = step(
      .allKnown(list: list.span, given: list.given, value: value, where: list.filter), list.parent, .bool)
    if !kept.guards.contains(known) { kept.guards.append(known) }
    kept.filtersValues = list.filter == nil || list.filtersValues
    try open(list)
    defer { macros.removeLast() }
    let isMember: Int
    switch other {
    // An item is among those kept of its own list by their value exactly where it is kept itself.
    case .list(let second)
    where second.span == list.span && second.rows == list.rows && second.filtersValues
      && second.element == nil
      && list.element == nil && second.counting == .each:
      guard let filter = second.filter else { throw NoColumnForm("without") }
      isMember = filter
      kept.guards += second.guards.filter { !kept.guards.contains($0) }
    case .list(let second):
      guard second.isComplete, second.counting == .each, second.parent == list.parent else {
        throw NoColumnForm("without")
      }
      let items = try itemValue(of: second)
      try open(second)
      defer { macros.removeLast() }
      let equal = try comparison(.equal, .register(value), .register(items))
      var plain = second
      plain.guards = []
      isMember = try fold(.exists, plain, equal, 1)
      kept.guards += second.guards
      kept.guards.append(
        step(
          .allKnown(list: second.span, given: second.given, value: items, where: second.filter),
          second.parent, .bool))
    case .constant(.list(let constants)):
      isMember =
        constants.elements.isEmpty
        ? step(.truth(false), 0, .bool) : try membership(.register(value), constants.elements)
    default: throw NoColumnForm("without")
    }
    let condition = negated(try lift(isMember, to: list.rows))
    if let first = list.filter {
      kept.filter = step(.and(first, condition), list.rows, .bool)
    } else {
      kept.filter = condition
    }
    return kept
  }
}

/// The implementations of a function that take a number of arguments, as the planner finds them.
struct FunctionCall {
  let bodies: [FunctionDeclaration.Implementation]

  init?(_ name: Text, _ count: Int, isMember: Bool, _ libraries: [Library]) {
    var bodies: [FunctionDeclaration.Implementation] = []
    for library in libraries {
      for function in library.functions where function.name == name {
        let takes = function.overloads.contains {
          $0.isMember == isMember
            && ($0.parameters.count == count
              || function.traits.contains(.takesAnyCount) && count > $0.parameters.count)
        }
        guard takes else { continue }
        if case .intrinsic = function.implementation { return nil }
        if function.traits.contains(.takesAll) { return nil }
        bodies.append(function.implementation)
      }
    }
    guard !bodies.isEmpty else { return nil }
    self.bodies = bodies
  }

  /// The result; nil where no implementation takes the arguments.
  func result(_ arguments: [Value], _ context: CallContext) -> Value? {
    for body in bodies {
      let result: Value? =
        switch body {
        case .nullary(let body): arguments.isEmpty ? body(context) : nil
        case .unary(let body): arguments.count == 1 ? body(arguments[0], context) : nil
        case .binary(let body): arguments.count == 2 ? body(arguments[0], arguments[1], context) : nil
        case .variadic(let body): body(arguments, context)
        case .intrinsic: nil
        }
      if let result { return result }
    }
    return nil
  }
}
