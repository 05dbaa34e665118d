import CEL
import JSON

extension ProgramBuilder {
  func comprehension(_ macro: Comprehension) throws(NoColumnForm) -> Operand {
    guard macro.second == nil else { throw NoColumnForm("a macro of two variables") }
    switch try operand(macro.range) {
    case .constant(.list(let list)): return .register(try unrolled(macro, list.elements))
    case .list(let list): return try comprehension(macro, over: list)
    default: throw NoColumnForm("a macro over another collection")
    }
  }

  /// A quantifier over constants: as many conditions.
  private func unrolled(_ macro: Comprehension, _ elements: [Value]) throws(NoColumnForm) -> Int {
    guard let predicate = macro.predicate, !elements.isEmpty, elements.count <= 64 else {
      throw NoColumnForm("a macro over constants")
    }
    var conditions: [Int] = []
    for element in elements {
      locals.append((macro.variable, .constant(element)))
      defer { locals.removeLast() }
      conditions.append(try truth(try operand(predicate)))
    }
    switch macro.operation {
    case .all, .exists:
      var result = conditions[0]
      for condition in conditions.dropFirst() {
        result = try join(result, condition, isAnd: macro.operation == .all)
      }
      return result
    case .existsAtLeast:
      let (aligned, space) = try align(conditions)
      return step(.atLeast(try count(macro), aligned), space, .bool)
    default: throw NoColumnForm("this macro over constants")
    }
  }

  private func count(_ macro: Comprehension) throws(NoColumnForm) -> Int64 {
    guard let count = macro.count, case .constant(.int(let least)) = try operand(count) else {
      throw NoColumnForm("a count that is no constant")
    }
    return least
  }

  private func comprehension(_ macro: Comprehension, over list: ListOperand) throws(NoColumnForm) -> Operand {
    // What is made of an item may be open, and then the whole made list is.
    guard let space = list.plan.space, list.element == nil else {
      throw NoColumnForm("a macro over a made list")
    }
    let isComplete = list.plan.field?.isComplete ?? true
    locals.append((macro.variable, try operand(of: list.plan.element, item: nil)))
    defer { locals.removeLast() }
    var weight = 1 + (macro.predicate?.nodeCount ?? 0) + (macro.transform?.nodeCount ?? 0)
    if list.filter != nil { weight *= 2 }
    switch macro.operation {
    case .all, .exists, .existsOne, .existsAtLeast:
      guard let predicate = macro.predicate, isComplete || list.filter == nil else { break }
      let body = try lift(try truth(try operand(predicate)), to: space)
      let quantifier: Quantifier
      switch macro.operation {
      case .all: quantifier = .all
      case .exists: quantifier = .exists
      case .existsOne: quantifier = .existsOne
      default: quantifier = .existsAtLeast(try count(macro))
      }
      return .register(
        step(
          .fold(
            quantifier, list: space, given: plan.column(of: list.field), body: body, where: list.filter,
            weight: weight), list.plan.parent, .bool))
    case .filter:
      guard let predicate = macro.predicate, isComplete else { break }
      return .list(try filtered(list, predicate, space))
    case .map:
      guard let transform = macro.transform, isComplete else { break }
      var mapped =
        try macro.predicate.map { (predicate) throws(NoColumnForm) in
          try filtered(list, predicate, space)
        } ?? list
      mapped.element = .register(try lift(try register(try operand(transform)), to: space))
      return .list(mapped)
    default: break
    }
    throw NoColumnForm("this macro")
  }

  private func filtered(
    _ list: ListOperand, _ predicate: Expression, _ space: Int
  ) throws(NoColumnForm) -> ListOperand {
    var filtered = list
    let condition = try lift(try truth(try operand(predicate)), to: space)
    // A second filter is asked only of what the first keeps, and an open first leaves the whole open.
    guard list.filter == nil else { throw NoColumnForm("a filter of a filter") }
    filtered.filter = condition
    return filtered
  }
}

extension Expression {
  /// The number of nodes, this one counted.
  var nodeCount: Int { children.reduce(1) { $0 + $1.nodeCount } }
}
