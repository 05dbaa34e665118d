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
    for (register, lifted) in zip(registers, aligned)
    where register != lifted && steps[register].type == .string {
      throw NoColumnForm("a text of the record beside each item")
    }
    let type = type(expression)
    switch type {
    case .bool, .int, .decimal, .date, .period, .enumeration: break
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
      guard list.plan.field?.isComplete ?? true, let space = list.plan.space else {
        throw NoColumnForm("size")
      }
      return try size(list, space)
    case ("given", 1):
      switch operands[0] {
      case .list(let list):
        guard list.filter == nil, list.element == nil else { throw NoColumnForm("given") }
        return .register(step(.isKnown(plan.column(of: list.field)), list.field.space, .bool))
      case .field(let field, nil):
        guard field.field?.defaultValue == nil else { throw NoColumnForm("given, of a field with a default") }
        let register = try register(operands[0])
        return .register(step(.isKnown(plan.column(of: field)), steps[register].space, .bool))
      default: throw NoColumnForm("given")
      }
    case ("fold", 1):
      guard case .field(let field, let item) = operands[0], field.form == .text,
        field.field?.defaultValue == nil
      else { throw NoColumnForm("fold") }
      return .folded(field, item: item)
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
    case ("sum", 1), ("minimum", 1), ("maximum", 1):
      guard case .list(let list) = operands[0] else { throw NoColumnForm(name.string) }
      return try total(name == "sum" ? .sum : name == "minimum" ? .minimum : .maximum, list)
    case ("contains", 2), ("startsWith", 2), ("endsWith", 2):
      guard case .constant(.string(let word)) = operands[1],
        case .field(let field, let item) = operands[0], field.form == .text
      else { return nil }
      let test: TextTest = name == "contains" ? .contains : name == "startsWith" ? .startsWith : .endsWith
      return .register(try textTest(test, word, field, item))
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

  private func size(_ list: ListOperand, _ space: Int) throws(NoColumnForm) -> Operand {
    // What is made of an item may be open, and then the list is.
    guard list.element == nil else { throw NoColumnForm("the size of a made list") }
    return .register(
      step(
        .count(list: space, given: plan.column(of: list.field), where: list.filter), list.plan.parent, .int))
  }

  private func total(_ aggregate: Aggregate, _ list: ListOperand) throws(NoColumnForm) -> Operand {
    guard list.plan.field?.isComplete ?? true, let space = list.plan.space else {
      throw NoColumnForm("a total")
    }
    let item: Operand
    if let made = list.element { item = made } else { item = try operand(of: list.plan.element, item: nil) }
    let value = try lift(try register(item), to: space)
    let type = steps[value].type
    guard type.isExact || aggregate != .sum && (type == .date || type == .period) else {
      throw NoColumnForm("a total of \(type.text)")
    }
    return .register(
      step(
        .total(
          aggregate, list: space, given: plan.column(of: list.field), value: value, where: list.filter),
        list.plan.parent, type))
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
