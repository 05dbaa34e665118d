import CEL
import Evaluator
import JSON

extension WitnessSearch {
  /// The ways towards a goal, most promising first; nil where it is reached.
  func steps(towards goal: WitnessGoal, _ state: WitnessState) -> [WitnessStep]? {
    switch goal {
    case .either(let lists):
      return lists.map { WitnessStep(draft: state.draft, edited: nil, goals: $0) }
    case .truth(let clause, let wanted, let tries):
      let value = sources.value(clause, state)
      if case .bool(wanted) = value { return nil }
      guard tries > 0 else { return [] }
      let ways = ways(clause, wanted, value, state)
      guard ways.isEmpty else { return ways.map { $0.then(.truth(clause, wanted, tries: tries - 1)) } }
      return perturbing(clause, state).map { $0.then(.truth(clause, wanted, tries: 0)) }
    case .known(let clause, let tries):
      guard case .unknown(let unknown) = sources.value(clause, state) else { return nil }
      guard tries > 0 else { return [] }
      return filling(unknown, for: clause, state).map { $0.then(.known(clause, tries: tries - 1)) }
    case .equal(let clause, let value):
      return assigning(clause, value, state)
    case .bound(let binding, let value):
      return assigning(binding, value, state)
    case .past(let clause, let tries):
      if case .date(let day) = sources.value(clause, state), day < evaluator.asOf { return nil }
      guard tries > 0 else { return [] }
      return [1, 30, 366, 1500].compactMap { try? evaluator.asOf.adding(days: -$0) }.map { day in
        WitnessStep(
          draft: state.draft, edited: nil,
          goals: [.equal(clause, .date(day)), .past(clause, tries: tries - 1)])
      }
    }
  }

  /// The ways to make a condition hold, or fail.
  private func ways(
    _ clause: WitnessClause, _ wanted: Bool, _ value: Value, _ state: WitnessState
  ) -> [WitnessStep] {
    let found = structured(clause, wanted, state)
    guard found.isEmpty, case .unknown(let unknown) = value else { return found }
    return filling(unknown, for: clause, state)
  }

  private func structured(
    _ clause: WitnessClause, _ wanted: Bool, _ state: WitnessState
  ) -> [WitnessStep] {
    if let place = place(of: clause, state), sources.type(clause) == .bool {
      return edit([(place, .bool(wanted))], state)
    }
    switch clause.expression.kind {
    case .identifier(let name, _):
      guard case .clause(let bound)? = clause.scope[name] else { return [] }
      return [step([.truth(bound, wanted)], state)]
    case .call(Operator.and, nil, let parts), .call(Operator.or, nil, let parts):
      guard case .call(let function, _, _) = clause.expression.kind else { return [] }
      let goals = parts.map { WitnessGoal.truth(clause.part($0), wanted) }
      return (function == Operator.and) == wanted ? [step(goals, state)] : goals.map { step([$0], state) }
    case .call(Operator.not, nil, let parts):
      return parts.map { step([.truth(clause.part($0), !wanted)], state) }
    case .call(Operator.conditional, nil, let parts) where parts.count == 3:
      return [1, 2].map { branch in
        step([.truth(clause.part(parts[0]), branch == 1), .truth(clause.part(parts[branch]), wanted)], state)
      }
    case .call(Operator.membership, nil, let parts) where parts.count == 2:
      return membership(clause.part(parts[0]), clause.part(parts[1]), wanted, state)
    case .call("given", nil, let parts) where parts.count == 1,
      .call("has", nil, let parts) where parts.count == 1:
      return presence(place(of: clause.part(parts[0]), state), wanted, state)
    case .call(let function, nil, let parts) where parts.count == 2:
      guard let relation = Relation(function) else { return [] }
      let sought = wanted ? relation : relation.negated
      let choices = choices(clause.part(parts[0]), sought, clause.part(parts[1]), state)
      return choices ?? comparison(clause.part(parts[0]), sought, clause.part(parts[1]), state)
    case .call(let function, let target?, let parts) where parts.count == 1:
      return textSearch(function, clause.part(target), clause.part(parts[0]), wanted, state)
    case .has(let operand, let field):
      let section = place(of: clause.part(operand), state)
      if case .rootField? = sources.reference(clause) {
        return presence(place(ofField: clause, state), wanted, state)
      }
      return presence(section.map { $0 + [.field(field)] }, wanted, state)
    case .bind(let name, let value, let body):
      return [step([.truth(clause.part(body, name, .clause(clause.part(value))), wanted)], state)]
    case .comprehension(let comprehension): return quantifier(clause, comprehension, wanted, state)
    default: return []
    }
  }

  func step(_ goals: [WitnessGoal], _ state: WitnessState) -> WitnessStep {
    WitnessStep(draft: state.draft, edited: nil, goals: goals)
  }

  /// Edits of one place each.
  func edit(_ edits: [(place: [Path.Step], value: JSONValue?)], _ state: WitnessState) -> [WitnessStep] {
    edits.compactMap { place, value in
      guard state.draft.value(at: place) != value || value == .array([]) else { return nil }
      return state.draft.setting(value, at: place).map { WitnessStep(draft: $0, edited: place, goals: []) }
    }
  }

  private func presence(
    _ place: [Path.Step]?, _ wanted: Bool, _ state: WitnessState
  ) -> [WitnessStep] {
    guard let place else { return [] }
    guard wanted else { return edit([(place, nil)], state) }
    return edit(candidates(at: place, state).map { (place, $0) }, state)
  }

  /// Texts that contain, begin or end with another.
  private func textSearch(
    _ function: Text, _ target: WitnessClause, _ argument: WitnessClause, _ wanted: Bool,
    _ state: WitnessState
  ) -> [WitnessStep] {
    let value = sources.value(argument, state)
    switch (function, value) {
    case ("contains", .string(let part)), ("startsWith", .string(let part)), ("endsWith", .string(let part)):
      guard wanted else { return [step([.equal(target, .string("—"))], state)] }
      // What it holds already may be asked for as well.
      var texts = [value]
      if case .string(let text) = sources.value(target, state), !text.isEmpty {
        texts.insert(.string(function == "startsWith" ? part + " " + text : text + " " + part), at: 0)
      }
      return texts.map { step([.equal(target, $0)], state) }
    case ("contains", .date(let day)):
      guard wanted else { return [] }
      let kinds = PeriodKind.allCases.reversed()
      return kinds.map { step([.equal(target, .period(Period($0, containing: day)))], state) }
    case ("contains", .unknown):
      guard case .period(let period) = sources.value(target, state) else {
        return [step([.known(argument)], state), step([.known(target)], state)]
      }
      let outside = [period.previous?.lastDay, period.next?.firstDay].compactMap { $0 }
      let days = wanted ? [period.lastDay, period.firstDay] : outside
      return days.map { step([.equal(argument, .date($0))], state) }
    default: return []
    }
  }
}

extension WitnessStep {
  /// The same with one more goal at the end.
  func then(_ goal: WitnessGoal) -> WitnessStep {
    WitnessStep(draft: draft, edited: edited, goals: goals + [goal])
  }
}
