import CEL

/// Rows of one space for the rows of another.
extension ProgramBuilder {
  /// Whether each row of a space lies within one of another, or is a pair with one of it.
  func covers(_ inner: Int, _ outer: Int) -> Bool {
    var space = inner
    while space != outer {
      if space == 0 { return false }
      if case .pairs(_, let second) = plan.spaces[space].form, plan.rows(of: second) == outer { return true }
      space = plan.spaces[space].parent
    }
    return true
  }

  /// A register over the rows of a space that covers its own.
  func lift(_ register: Int, to space: Int) throws(NoColumnForm) -> Int {
    let step = steps[register]
    if step.space == space { return register }
    guard covers(space, step.space) else { throw NoColumnForm("lists beside each other") }
    switch step.operation {
    case .number, .truth, .text, .unsettled: return self.step(step.operation, space, step.type)
    default: break
    }
    guard case .pairs(let first, let second) = plan.spaces[space].form else {
      return self.step(.lifted(register), space, step.type)
    }
    if plan.rows(of: second) == step.space { return self.step(.gathered(register), space, step.type) }
    return self.step(.lifted(try lift(register, to: first)), space, step.type)
  }

  /// Registers over the innermost of their rows.
  func align(_ registers: [Int]) throws(NoColumnForm) -> (registers: [Int], space: Int) {
    var space = 0
    for register in registers { space = try common(space, steps[register].space) }
    var aligned: [Int] = []
    for register in registers { aligned.append(try lift(register, to: space)) }
    return (aligned, space)
  }

  /// The space that covers both of two: one of them, or that of pairs.
  func common(_ first: Int, _ second: Int) throws(NoColumnForm) -> Int {
    if covers(first, second) { return first }
    if covers(second, first) { return second }
    guard let one = depth(of: first), let other = depth(of: second), one != other else {
      throw NoColumnForm("lists beside each other")
    }
    let outer = one < other ? first : second
    let inner = macros[max(one, other)]
    // Of the list that is gone through within, each of the outer rows must have one.
    guard inner.rows == (one < other ? second : first), covers(outer, inner.parent),
      isBelow(outer, inner.parent)
    else { throw NoColumnForm("lists beside each other") }
    return plan.space(.pairs(outer: outer, inner: inner.span), parent: outer)
  }

  /// Whether the rows of one are found from those of another by spans alone.
  private func isBelow(_ inner: Int, _ outer: Int) -> Bool {
    var space = inner
    while space != outer {
      if space == 0 { return false }
      space = plan.spaces[space].parent
    }
    return true
  }

  /// Begins to go through the items of a list.
  func open(_ list: ListOperand) throws(NoColumnForm) {
    // One row cannot be two items at a time.
    guard !macros.contains(where: { $0.rows == list.rows }) else {
      throw NoColumnForm("a list beside itself")
    }
    macros.append(list)
  }

  /// Which of the open macros goes through the rows of a space, or of the second of its pairs.
  private func depth(of space: Int) -> Int? {
    var rows = space
    if case .pairs(_, let second) = plan.spaces[space].form { rows = plan.rows(of: second) }
    return macros.lastIndex { $0.rows == rows }
  }

  /// A list with what is asked of its items, over rows that fit all of it.
  struct Placed {
    let span: Int
    /// The rows of the result.
    let parent: Int
    let given: Int
    let filter: Int?
    let guards: [Int]
    let register: Int
  }

  /// Where a list is folded by a register of its items: for each row around it, or for each item of lists further out.
  func place(_ list: ListOperand, _ register: Int) throws(NoColumnForm) -> Placed {
    var space = try common(list.rows, steps[register].space)
    if let filter = list.filter { space = try common(space, steps[filter].space) }
    let (span, parent): (Int, Int)
    if space == list.rows {
      (span, parent) = (list.span, list.parent)
    } else {
      guard case .pairs(let outer, let inner) = plan.spaces[space].form, inner == list.span else {
        throw NoColumnForm("lists beside each other")
      }
      (span, parent) = (space, outer)
    }
    var guards: [Int] = []
    for other in list.guards { guards.append(try lift(other, to: parent)) }
    return Placed(
      span: span, parent: parent, given: try lift(list.given, to: parent),
      filter: try list.filter.map { (filter) throws(NoColumnForm) in try lift(filter, to: space) },
      guards: guards, register: try lift(register, to: space))
  }

  /// A result of a list that is known only where the list is.
  func guarded(_ register: Int, by guards: [Int]) -> Int {
    guard !guards.isEmpty else { return register }
    let step = steps[register]
    return self.step(.guarded(register, needs: guards, doubts: []), step.space, step.type)
  }

  /// A text of the record beside each item would be gone through again and again.
  func refuseRepeatedText(_ register: Int) throws(NoColumnForm) {
    guard steps[register].type == .string else { return }
    switch steps[register].operation {
    case .lifted, .gathered: throw NoColumnForm("a text of the record beside each item")
    default: break
    }
  }
}
