import CEL
import JSON

extension ProgramBuilder {
  func call(
    _ function: Text, _ target: Expression?, _ arguments: [Expression], _ expression: Expression
  ) throws(NoColumnForm) -> Operand {
    if target == nil, let result = try operation(function, arguments) { return result }
    guard case .function(let name) = reference(expression) else { throw NoColumnForm("a call") }
    var operands: [Operand] = []
    // Of a namespace's function the target is part of the name.
    let isMember = target != nil && name == function
    if isMember, let target { operands.append(try operand(target)) }
    for argument in arguments { operands.append(try operand(argument)) }
    return try library(name, operands, isMember: isMember, expression)
  }

  /// The operators of the language itself; nil for any other function.
  private func operation(_ function: Text, _ arguments: [Expression]) throws(NoColumnForm) -> Operand? {
    switch (function, arguments.count) {
    case (Operator.and, 1...): return .register(try logic(arguments, isAnd: true))
    case (Operator.or, 1...): return .register(try logic(arguments, isAnd: false))
    case (Operator.not, 1):
      return .register(negated(try truth(try operand(arguments[0]))))
    case (Operator.conditional, 3): return try conditional(arguments)
    case (Operator.index, 2):
      guard case .constant(.list(let list)) = try operand(arguments[0]),
        case .constant(.int(let place)) = try operand(arguments[1]),
        list.elements.indices.contains(Int(clamping: place))
      else { return nil }
      return .constant(list.elements[Int(place)])
    case (Operator.membership, 2): return .register(try membership(arguments[0], arguments[1]))
    case (Operator.add, 2), (Operator.subtract, 2), (Operator.multiply, 2):
      return try arithmetic(function, arguments)
    case (Operator.negate, 1):
      let register = try number(try operand(arguments[0]))
      return .register(step(.negate(register), steps[register].space, steps[register].type))
    case ("has", 1):
      guard case .rootField(let slots) = reference(arguments[0]) else { throw NoColumnForm("has") }
      return .register(try presence(slots))
    default:
      guard arguments.count == 2, let relation = Relation(function) else { return nil }
      return .register(try comparison(relation, try operand(arguments[0]), try operand(arguments[1])))
    }
  }

  func truth(_ operand: Operand) throws(NoColumnForm) -> Int {
    let register = try register(operand)
    guard steps[register].type == .bool else { throw NoColumnForm("not a condition") }
    return register
  }

  func negated(_ register: Int) -> Int {
    if case .truth(let bool) = steps[register].operation {
      return step(.truth(!bool), steps[register].space, .bool)
    }
    return step(.not(register), steps[register].space, .bool)
  }

  private func logic(_ arguments: [Expression], isAnd: Bool) throws(NoColumnForm) -> Int {
    var result = step(.truth(isAnd), 0, .bool)
    var missing: NoColumnForm?
    var hasForm = false
    for argument in arguments {
      // What is decided without the record needs no column form of the rest.
      if case .truth(!isAnd) = steps[result].operation { return result }
      let part: Int
      do throws(NoColumnForm) {
        part = try truth(try operand(argument))
        hasForm = true
      } catch {
        // The other parts may decide alone.
        missing = missing ?? error
        part = unsettled(error.reason, .bool)
      }
      result = try join(result, part, isAnd: isAnd)
    }
    if let missing, !hasForm { throw missing }
    return result
  }

  /// `&&` or `||`.
  func join(_ left: Int, _ right: Int, isAnd: Bool) throws(NoColumnForm) -> Int {
    let (aligned, space) = try align([left, right])
    for (register, other) in [(aligned[0], aligned[1]), (aligned[1], aligned[0])] {
      guard case .truth(let bool) = steps[register].operation else { continue }
      return bool == isAnd ? other : step(.truth(bool), 0, .bool)
    }
    return step(isAnd ? .and(aligned[0], aligned[1]) : .or(aligned[0], aligned[1]), space, .bool)
  }

  private func conditional(_ arguments: [Expression]) throws(NoColumnForm) -> Operand {
    let condition = try truth(try operand(arguments[0]))
    if case .truth(let bool) = steps[condition].operation { return try operand(arguments[bool ? 1 : 2]) }
    let first = try register(try operand(arguments[1]))
    let second = try register(try operand(arguments[2]))
    let (aligned, space) = try align([condition, first, second])
    let (one, other) = (steps[first].type, steps[second].type)
    // An int and a decimal stay what they are, so they are kept apart.
    guard one == other else { throw NoColumnForm("branches of unlike types") }
    return .register(step(.choose(aligned[0], aligned[1], aligned[2]), space, one))
  }

  private func number(_ operand: Operand) throws(NoColumnForm) -> Int {
    let register = try register(operand)
    guard steps[register].type.isExact else { throw NoColumnForm("arithmetic of other values") }
    return register
  }

  private func arithmetic(_ function: Text, _ arguments: [Expression]) throws(NoColumnForm) -> Operand {
    let operands = [try operand(arguments[0]), try operand(arguments[1])]
    if function == Operator.multiply {
      switch (operands[0], operands[1]) {
      case (.ratio(let dividend, let divisor, let factor), .constant(let times)),
        (.constant(let times), .ratio(let dividend, let divisor, let factor)):
        guard let times = Number(times), times.type.isExact, times.scale == 0 else {
          throw NoColumnForm("a ratio times another number")
        }
        let (product, overflow) = factor.multipliedReportingOverflow(by: times.value)
        guard !overflow, product > 0, product <= 1_000_000 else { throw NoColumnForm("a large factor") }
        return .ratio(dividend, divisor, factor: product)
      default: break
      }
    }
    if function == Operator.add, let text = try joined(operands[0], operands[1]) { return text }
    if case .constant(let value) = operands[0], Number(value) == nil {
      throw NoColumnForm("arithmetic of other values")
    }
    if case .constant(.int(let one)) = operands[0], case .constant(.int(let other)) = operands[1] {
      let (value, overflow) =
        switch function {
        case Operator.add: one.addingReportingOverflow(other)
        case Operator.subtract: one.subtractingReportingOverflow(other)
        default: one.multipliedReportingOverflow(by: other)
        }
      if !overflow { return .constant(.int(value)) }
    }
    let left = try number(operands[0])
    let right = try number(operands[1])
    let (aligned, space) = try align([left, right])
    let type: CELType = steps[left].type == .int && steps[right].type == .int ? .int : .decimal
    let operation: Operation =
      switch function {
      case Operator.add: .add(aligned[0], aligned[1])
      case Operator.subtract: .subtract(aligned[0], aligned[1])
      default: .multiply(aligned[0], aligned[1])
      }
    return .register(step(operation, space, type))
  }
}

extension ProgramBuilder {
  /// One text after the other; nil where they are no texts.
  private func joined(_ left: Operand, _ right: Operand) throws(NoColumnForm) -> Operand? {
    if case .constant(.string(let one)) = left, case .constant(.string(let other)) = right {
      return .constant(.string(one + other))
    }
    switch left {
    case .ratio, .list, .literal, .record: return nil
    default: break
    }
    let first = try register(left)
    guard steps[first].type == .string else { return nil }
    let second = try register(right)
    guard steps[second].type == .string else { throw NoColumnForm("a text and another value") }
    let (aligned, space) = try align([first, second])
    for register in aligned { try refuseRepeatedText(register) }
    return .register(step(.joined(aligned[0], aligned[1]), space, .string))
  }
}

extension CELType {
  /// True for what columns keep as whole numbers in units of a power of ten.
  var isExact: Bool { self == .int || self == .decimal }
}
