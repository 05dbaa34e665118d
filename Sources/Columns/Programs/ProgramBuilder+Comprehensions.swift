import CEL
import JSON

extension ProgramBuilder {
  func comprehension(_ macro: Comprehension) throws(NoColumnForm) -> Operand {
    guard macro.second == nil else { throw NoColumnForm("a macro of two variables") }
    switch try operand(macro.range) {
    case .constant(.list(let list)):
      return .register(try unrolled(macro, list.elements.map { Operand.constant($0) }))
    case .literal(let elements): return .register(try unrolled(macro, elements))
    case .list(let list): return try comprehension(macro, over: list)
    default: throw NoColumnForm("a macro over another collection")
    }
  }

  /// A quantifier over elements that are written out: as many conditions.
  private func unrolled(_ macro: Comprehension, _ elements: [Operand]) throws(NoColumnForm) -> Int {
    guard let predicate = macro.predicate, !elements.isEmpty, elements.count <= 64 else {
      throw NoColumnForm("a macro over constants")
    }
    var conditions: [Int] = []
    for element in elements {
      locals.append((macro.variable, element))
      defer { locals.removeLast() }
      conditions.append(try truth(try operand(predicate)))
    }
    var result: Int
    switch macro.operation {
    case .all, .exists:
      result = conditions[0]
      for condition in conditions.dropFirst() {
        result = try join(result, condition, isAnd: macro.operation == .all)
      }
    case .existsAtLeast:
      let count = try count(macro)
      let (aligned, space) = try align((count.register.map { [$0] } ?? []) + conditions)
      result =
        count.register == nil
        ? step(.atLeast(count, aligned), space, .bool)
        : step(.atLeast(.register(aligned[0]), Array(aligned.dropFirst())), space, .bool)
    default: throw NoColumnForm("this macro over constants")
    }
    // An error of an element is one of the list.
    let doubts = elements.compactMap { doubt(of: $0) }
    guard !doubts.isEmpty else { return result }
    let (aligned, space) = try align([result] + doubts)
    return step(.guarded(aligned[0], needs: [], doubts: Array(aligned.dropFirst())), space, .bool)
  }

  /// The register that tells whether an element is an error; nil where it cannot be one.
  private func doubt(of element: Operand) -> Int? {
    switch element {
    case .register(let register), .record(_, item: let register?), .field(_, item: let register?): register
    default: nil
    }
  }

  private func count(_ macro: Comprehension) throws(NoColumnForm) -> Count {
    guard let count = macro.count else { throw NoColumnForm("a count") }
    let operand = try operand(count)
    if case .constant(.int(let least)) = operand { return .constant(least) }
    let register = try register(operand)
    guard steps[register].type == .int else { throw NoColumnForm("a count that is no int") }
    return .register(register)
  }

  private func comprehension(_ macro: Comprehension, over list: ListOperand) throws(NoColumnForm) -> Operand {
    let variable = try item(of: list)
    try open(list)
    locals.append((macro.variable, variable))
    defer {
      locals.removeLast()
      macros.removeLast()
    }
    switch macro.operation {
    case .all, .exists, .existsOne, .existsAtLeast:
      guard let predicate = macro.predicate, list.isComplete || list.filter == nil && list.element == nil
      else {
        break
      }
      let quantifier: Quantifier
      switch macro.operation {
      case .all: quantifier = .all
      case .exists: quantifier = .exists
      case .existsOne: quantifier = .existsOne
      default: quantifier = .existsAtLeast(try count(macro))
      }
      // Of equal values it is enough to ask one, but not to count them.
      guard
        list.counting == .each || list.counting == .different && (quantifier == .all || quantifier == .exists)
      else { break }
      return .register(try fold(quantifier, list, try body(predicate, list), weight(macro, list)))
    case .filter:
      guard let predicate = macro.predicate, list.isComplete, list.counting == .each else { break }
      return .list(try filtered(list, try truth(try operand(predicate))))
    case .map:
      guard let transform = macro.transform, list.isComplete, list.counting == .each else { break }
      var mapped = list
      if let predicate = macro.predicate {
        mapped = try filtered(list, try truth(try operand(predicate)))
      } else {
        mapped.guards = try knownGuards(of: list)
      }
      switch try operand(transform) {
      case .list(let inner): mapped.element = .list(inner)
      case let made:
        let register = try register(made)
        guard covers(list.rows, steps[register].space) else { throw NoColumnForm("lists beside each other") }
        mapped.element = .register(try lift(register, to: list.rows))
      }
      return .list(mapped)
    default: break
    }
    throw NoColumnForm("this macro")
  }

  /// What is asked of each item; where columns cannot tell it, they still can of a list that has none.
  private func body(_ predicate: Expression, _ list: ListOperand) throws(NoColumnForm) -> Int {
    do throws(NoColumnForm) {
      return try truth(try operand(predicate))
    } catch {
      return try lift(unsettled(error.reason, .bool), to: list.rows)
    }
  }

  private func weight(_ macro: Comprehension, _ list: ListOperand) -> Int {
    let weight = 1 + (macro.predicate?.nodeCount ?? 0) + (macro.transform?.nodeCount ?? 0)
    return list.filter == nil ? weight : 2 * weight
  }

  /// What the variable of a macro stands for.
  private func item(of list: ListOperand) throws(NoColumnForm) -> Operand {
    if let element = list.element { return element }
    return try operand(of: list.plan.element, item: nil)
  }

  /// A quantifier over the items of a list.
  func fold(
    _ quantifier: Quantifier, _ list: ListOperand, _ body: Int, _ weight: Int
  ) throws(NoColumnForm) -> Int {
    let place = try place(list, body)
    var quantifier = quantifier
    if case .existsAtLeast(.register(let count)) = quantifier {
      quantifier = .existsAtLeast(.register(try lift(count, to: place.parent)))
    }
    let result = step(
      .fold(
        quantifier, list: place.span, given: place.given, body: place.register, where: place.filter,
        weight: weight), place.parent, .bool)
    return guarded(result, by: place.guards + (try knownGuards(of: list, over: place)))
  }

  /// The list without the items of which a condition does not hold.
  func filtered(_ list: ListOperand, _ condition: Int) throws(NoColumnForm) -> ListOperand {
    guard covers(list.rows, steps[condition].space) else { throw NoColumnForm("lists beside each other") }
    var filtered = list
    filtered.filtersValues = false
    let condition = try lift(condition, to: list.rows)
    filtered.guards = try knownGuards(of: list)
    if let first = list.filter {
      // The second is asked only of what the first keeps, and an open first leaves the whole open.
      filtered.guards.append(
        step(.allKnown(list: list.span, given: list.given, value: first, where: nil), list.parent, .bool))
      filtered.filter = step(.and(first, condition), list.rows, .bool)
    } else {
      filtered.filter = condition
    }
    return filtered
  }

  /// The guards of a list with one more where it is made of values, all of which must be known.
  func knownGuards(of list: ListOperand) throws(NoColumnForm) -> [Int] {
    guard let value = try madeValue(of: list) else { return list.guards }
    let known = step(
      .allKnown(list: list.span, given: list.given, value: value, where: list.filter), list.parent, .bool)
    return list.guards.contains(known) ? list.guards : list.guards + [known]
  }

  func knownGuards(of list: ListOperand, over place: Placed) throws(NoColumnForm) -> [Int] {
    guard try madeValue(of: list) != nil else { return [] }
    var guards: [Int] = []
    for known in try knownGuards(of: list) where !list.guards.contains(known) {
      guards.append(try lift(known, to: place.parent))
    }
    return guards
  }

  /// What was made of each item; nil for the items themselves.
  private func madeValue(of list: ListOperand) throws(NoColumnForm) -> Int? {
    switch list.element {
    case nil: nil
    case .list: throw NoColumnForm("a list of lists")
    case let element?: try register(element)
    }
  }

  /// `list.map(item, item.inner).flatten()`.
  func flattened(_ list: ListOperand) throws(NoColumnForm) -> ListOperand {
    guard case .list(let inner)? = list.element, inner.parent == list.rows, list.isComplete, inner.isComplete,
      inner.guards.isEmpty, inner.counting == .each, list.counting == .each
    else { throw NoColumnForm("flatten") }
    let span = plan.space(.flattened(outer: list.span, inner: inner.span), parent: list.parent)
    var flat = ListOperand(
      plan: inner.plan, field: inner.field, span: span, rows: inner.rows, parent: list.parent,
      given: list.given, filter: inner.filter, element: inner.element)
    // An inner list that is not given, or of which something is open, leaves the whole open.
    var known = inner.given
    for other in try knownGuards(of: inner) { known = step(.and(known, other), inner.parent, .bool) }
    if let filter = inner.filter {
      let all = step(
        .allKnown(list: inner.span, given: inner.given, value: filter, where: nil), inner.parent, .bool)
      known = step(.and(known, all), inner.parent, .bool)
    }
    flat.guards =
      list.guards + [
        step(
          .allKnown(list: list.span, given: list.given, value: known, where: list.filter), list.parent, .bool)
      ]
    if let outer = list.filter {
      let lifted = try lift(outer, to: inner.rows)
      flat.filter =
        try inner.filter.map { (filter) throws(NoColumnForm) in
          step(.and(lifted, filter), inner.rows, .bool)
        } ?? lifted
    }
    if inner.element == nil {
      // So does an item of which nothing is known.
      let item = step(.isKnown(plan.column(of: inner.plan.element)), inner.rows, .bool)
      flat.guards.append(
        step(.allKnown(list: span, given: list.given, value: item, where: flat.filter), list.parent, .bool))
    }
    return flat
  }
}

extension Expression {
  /// The number of nodes, this one counted.
  var nodeCount: Int { children.reduce(1) { $0 + $1.nodeCount } }
}
