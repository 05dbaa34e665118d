import CEL
import Evaluator
import JSON

extension WitnessSearch {
  /// The ways to give a clause a value, working back through what it is made of.
  func assigning(_ clause: WitnessClause, _ value: Value, _ state: WitnessState) -> [WitnessStep] {
    if let place = place(of: clause, state) {
      guard let type = state.draft.type(at: place), let json = value.json(as: type) else { return [] }
      // What has the value already needs no edit.
      if state.draft.value(at: place) == json { return [step([], state)] }
      return edit([(place, json)], state)
    }
    if case .bool(let wanted) = value { return [step([.truth(clause, wanted)], state)] }
    switch clause.expression.kind {
    case .identifier(let name, _):
      guard case .clause(let bound)? = clause.scope[name] else { return [] }
      return [step([.equal(bound, value)], state)]
    case .bind(let name, let bound, let body):
      return [step([.equal(clause.part(body, name, .clause(clause.part(bound))), value)], state)]
    case .call(Operator.conditional, nil, let parts) where parts.count == 3:
      return [1, 2].map { branch in
        step([.truth(clause.part(parts[0]), branch == 1), .equal(clause.part(parts[branch]), value)], state)
      }
    case .call(let function, nil, let parts) where parts.count == 2:
      return binary(function, clause.part(parts[0]), clause.part(parts[1]), value, state)
    case .call(let function, let target, let parts):
      let arguments = (target.map { [$0] } ?? []) + parts
      return unary(function, arguments.map { clause.part($0) }, value, state)
    default:
      // The item of a list whose key is not given yet.
      guard case .unknown(let unknown) = sources.value(clause, state) else { return [] }
      return filling(unknown, for: clause, state).map { $0.then(.equal(clause, value)) }
    }
  }

  /// The ways to give a variable of a macro a value.
  func assigning(_ binding: WitnessBinding, _ value: Value, _ state: WitnessState) -> [WitnessStep] {
    switch binding {
    case .clause(let clause): return [step([.equal(clause, value)], state)]
    case .place(let place):
      return state.draft.type(at: place).flatMap { value.json(as: $0) }.map { edit([(place, $0)], state) }
        ?? []
    case .value: return []
    }
  }

  private func binary(
    _ function: Text, _ left: WitnessClause, _ right: WitnessClause, _ value: Value, _ state: WitnessState
  ) -> [WitnessStep] {
    if function == "days", let days = value.number?.int64 {
      return either(left, right, state, first: 366) { (other, isLeft) in
        guard case .date(let day) = other else { return nil }
        return (try? day.adding(days: isLeft ? -days : days)).map(Value.date)
      }
    }
    if function == Operator.add, case .string(let text) = value { return joined(left, right, text, state) }
    guard let wanted = value.number, let inverse = Inverse(function) else { return [] }
    return either(left, right, state, first: inverse.usualRight) { other, isLeft in
      guard let other = other.number else { return nil }
      return (isLeft ? inverse.left(wanted, other) : inverse.right(wanted, other)).map(Value.decimal)
    }
  }

  /// Two texts that make one, of which one side is known.
  private func joined(
    _ left: WitnessClause, _ right: WitnessClause, _ text: Text, _ state: WitnessState
  ) -> [WitnessStep] {
    var steps: [WitnessStep] = []
    if case .string(let known) = sources.value(left, state), text.hasPrefix(known) {
      let rest = Text(utf8: text.utf8.dropFirst(known.utf8.count))
      steps.append(step([.equal(right, .string(rest))], state))
    }
    if case .string(let known) = sources.value(right, state), text.hasSuffix(known) {
      let rest = Text(utf8: text.utf8.dropLast(known.utf8.count))
      steps.append(step([.equal(left, .string(rest))], state))
    }
    return steps
  }

  /// Gives one side the value that the other side asks of it; where neither is known, the right one comes first.
  private func either(
    _ left: WitnessClause, _ right: WitnessClause, _ state: WitnessState, first usual: Int64,
    _ solve: (_ other: Value, _ isLeft: Bool) -> Value?
  ) -> [WitnessStep] {
    let (one, other) = (sources.value(left, state), sources.value(right, state))
    var steps: [WitnessStep] = []
    if other.isKnown, let value = solve(other, true) { steps.append(step([.equal(left, value)], state)) }
    if one.isKnown, let value = solve(one, false) { steps.append(step([.equal(right, value)], state)) }
    // The side of which something is missing first.
    if other.isKnown != one.isKnown || other.isKnown { return one.isKnown ? steps.reversed() : steps }
    let days = sources.type(right) == .date
    let values: [Value] =
      days
      ? [0, -usual].compactMap { try? evaluator.asOf.adding(days: $0) }.map(Value.date)
      : [usual, 1, 1000].map(Value.int)
    for value in values {
      guard let remaining = solve(value, true) else { continue }
      steps.append(step([.equal(right, value), .equal(left, remaining)], state))
    }
    return steps
  }

  private func unary(
    _ function: Text, _ arguments: [WitnessClause], _ value: Value, _ state: WitnessState
  ) -> [WitnessStep] {
    guard let first = arguments.first else { return [] }
    switch function {
    case "string":
      // Texts of numbers, months and days are read back.
      return [step([.equal(first, read(value, as: sources.type(first)))], state)]
    case "date", "period":
      return [step([.equal(first, sources.type(first) == .string ? written(value) : value)], state)]
    case "fold", "bare", "replace", "int", "decimal", "double", "trim", "lowerAscii", "round", "floor",
      "ceil",
      "abs":
      return [step([.equal(first, value)], state)]
    case Operator.negate:
      return value.number.map { [step([.equal(first, .decimal(-$0))], state)] } ?? []
    case "year":
      guard let year = value.number?.int64 else { return [] }
      return days(in: Period(.year, 1, of: Int(clamping: year))).map {
        step([.equal(first, .date($0))], state)
      }
    case "periodOf":
      guard case .period(let period) = value else { return [] }
      return days(in: period).map { step([.equal(first, .date($0))], state) }
    case "addDays", "addMonths", "addYears": return moved(function, arguments, value, state)
    case "size": return sized(first, value, state)
    case "sum", "mean", "minimum", "maximum": return aggregated(function, first, value, state)
    case "orValue": return [step([.equal(first, value)], state)]
    default: return []
    }
  }

  private func written(_ value: Value) -> Value {
    switch value {
    case .date(let day): .string(day.text)
    case .period(let period): .string(period.text)
    default: value
    }
  }

  private func read(_ value: Value, as type: CELType) -> Value {
    guard case .string(let text) = value else { return value }
    switch type {
    case .int, .decimal: return (try? Decimal(text)).map(Value.decimal) ?? value
    case .date: return (try? CivilDate(text)).map(Value.date) ?? value
    case .period: return (try? Period(text)).map(Value.period) ?? value
    default: return value
    }
  }

  /// Days of a period that lie before the day of knowledge, the last first.
  private func days(in period: Period?) -> [CivilDate] {
    guard let period else { return [] }
    let last = min(period.lastDay, evaluator.asOf)
    return last < period.firstDay ? [period.firstDay, period.lastDay] : [last, period.firstDay]
  }

  private func moved(
    _ function: Text, _ arguments: [WitnessClause], _ value: Value, _ state: WitnessState
  ) -> [WitnessStep] {
    guard arguments.count == 2, case .date(let day) = value else { return [] }
    guard case .int(let count) = sources.value(arguments[1], state) else {
      return [step([.known(arguments[1]), .equal(arguments[0], value)], state)]
    }
    let before: CivilDate? =
      switch function {
      case "addDays": try? day.adding(days: -count)
      case "addMonths": try? day.adding(months: -count)
      default: try? day.adding(years: -count)
      }
    return before.map { [step([.equal(arguments[0], .date($0))], state)] } ?? []
  }

  /// A list of so many elements.
  private func sized(_ list: WitnessClause, _ value: Value, _ state: WitnessState) -> [WitnessStep] {
    guard let count = value.number?.int64, count >= 0 else { return [] }
    if sources.type(list) == .string {
      guard count <= 1_000 else { return [] }
      let text = Text(utf8: Array(repeating: UInt8(ascii: "a"), count: Int(clamping: count)))
      return [step([.equal(list, .string(text))], state)]
    }
    if case .call("without", nil, let parts) = list.expression.kind, parts.count == 2 {
      return lacking(list.part(parts[1]), of: list.part(parts[0]), Int(clamping: count), state)
    }
    guard let range = range(list, state) else { return [] }
    if count == 0, range.elements.allSatisfy(\.guards.isEmpty), let growth = range.growth {
      return edit([(growth.list, .array([]))], state)
    }
    let passing = range.elements.filter { passes($0, state) }
    let needed = Int(clamping: count) - passing.count
    guard needed > 0 else {
      // Those of which it is not known whether they count are decided.
      let unclear = range.elements.filter { element in
        element.guards.contains { !sources.value($0, state).isKnown }
          && !element.guards.contains { Truth(sources.value($0, state)) == .no }
      }
      let goals =
        passing.dropFirst(Int(clamping: count)).map { element in
          WitnessGoal.either(element.guards.map { [.truth($0, false)] })
        }
        + unclear.map { element in
          WitnessGoal.either(
            element.guards.map { [.truth($0, false)] } + [element.guards.map { .truth($0, true) }])
        }
      return goals.isEmpty ? [] : [step(goals, state)]
    }
    func goals(_ element: WitnessRange.Element) -> [WitnessGoal] { element.guards.map { .truth($0, true) } }
    var steps: [WitnessStep] = []
    if let growth = range.growth, let (grown, elements) = growing(growth, by: needed, state) {
      steps.append(
        WitnessStep(draft: grown.draft, edited: grown.edited, goals: elements.flatMap(goals)))
    }
    let open = range.elements.filter { !passes($0, state) }
    if needed <= open.count { steps.insert(step(open.prefix(needed).flatMap(goals), state), at: 0) }
    return steps
  }

  /// A list that lacks so many elements of another one.
  private func lacking(
    _ list: WitnessClause, of other: WitnessClause, _ count: Int, _ state: WitnessState
  ) -> [WitnessStep] {
    guard case .list(let all) = sources.value(other, state) else { return [step([.known(other)], state)] }
    guard let place = place(of: list, state), case .list(let type)? = state.draft.type(at: place) else {
      return []
    }
    var elements: [JSONValue] = []
    for element in all.elements {
      guard let json = element.json(as: type) else { return [] }
      if !elements.contains(json) { elements.append(json) }
    }
    // What it holds besides stays.
    var kept: [JSONValue] = []
    if case .array(let given)? = state.draft.value(at: place) {
      kept = given.filter { !elements.contains($0) }
    }
    return edit([(place, .array(kept + elements.dropFirst(count)))], state)
  }

  private func passes(_ element: WitnessRange.Element, _ state: WitnessState) -> Bool {
    element.guards.allSatisfy { Truth(sources.value($0, state)) == .yes }
  }

  /// A list whose sum, mean or extreme is a value: of one element, or of elements that are all so.
  private func aggregated(
    _ function: Text, _ list: WitnessClause, _ value: Value, _ state: WitnessState
  ) -> [WitnessStep] {
    guard let range = range(list, state) else { return [] }
    func goals(_ element: WitnessRange.Element, _ value: Value) -> [WitnessGoal] {
      element.guards.map { .truth($0, true) } + [.bound(element.binding, value)]
    }
    if range.elements.isEmpty, let growth = range.growth,
      let (grown, elements) = growing(growth, by: 1, state)
    {
      return [
        WitnessStep(draft: grown.draft, edited: grown.edited, goals: elements.flatMap { goals($0, value) })
      ]
    }
    guard function == "sum", let wanted = value.number, range.elements.count > 1 else {
      return [step(range.elements.flatMap { goals($0, value) }, state)]
    }
    guard let first = range.elements.first else { return [] }
    let rest = range.elements.dropFirst().flatMap { goals($0, .int(0)) }
    return [step(goals(first, .decimal(wanted)) + rest, state)]
  }
}

/// How to undo an operation of two numbers.
private struct Inverse {
  /// The left operand by result and right operand.
  let left: (Decimal, Decimal) -> Decimal?
  /// The right operand by result and left operand.
  let right: (Decimal, Decimal) -> Decimal?
  /// What the right operand is given where neither is known.
  let usualRight: Int64

  init?(_ function: Text) {
    switch function {
    case Operator.add:
      left = { try? $0 - $1 }
      right = { try? $0 - $1 }
      usualRight = 0
    case Operator.subtract:
      left = { try? $0 + $1 }
      right = { try? $1 - $0 }
      usualRight = 0
    case Operator.multiply:
      left = { $1.isZero ? nil : try? $0 / $1 }
      right = { $1.isZero ? nil : try? $0 / $1 }
      usualRight = 1
    case Operator.divide, "ratio":
      left = { try? $0 * $1 }
      right = { $0.isZero ? nil : try? $1 / $0 }
      usualRight = 100
    case "percent":
      let hundred = Decimal(100 as Int64)
      left = { result, right in (try? result * right).flatMap { try? $0 / hundred } }
      right = { result, left in result.isZero ? nil : (try? left * hundred).flatMap { try? $0 / result } }
      usualRight = 100
    default: return nil
    }
  }
}
