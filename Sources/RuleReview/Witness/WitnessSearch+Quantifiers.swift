import CEL
import Evaluator
import JSON

extension WitnessSearch {
  func quantifier(
    _ clause: WitnessClause, _ macro: Comprehension, _ wanted: Bool, _ state: WitnessState
  ) -> [WitnessStep] {
    guard macro.second == nil, let predicate = macro.predicate,
      let range = range(clause.part(macro.range), state)
    else { return [] }
    let condition = { (element: WitnessRange.Element) in
      clause.part(predicate, macro.variable, element.binding)
    }
    switch macro.operation {
    case .exists: return counted(range, condition, wanted ? .atLeast(1) : .atMost(0), state)
    case .all where wanted: return none(range, condition, failing: false, state)
    case .all: return some(range, condition, holding: false, 1, state)
    case .existsOne:
      return wanted
        ? counted(range, condition, .atLeast(1), state) + counted(range, condition, .atMost(1), state)
        : counted(range, condition, .atMost(0), state) + counted(range, condition, .atLeast(2), state)
    case .existsAtLeast:
      guard let count = macro.count,
        case .int(let least) = sources.value(clause.part(count), state), least > 0
      else { return [] }
      return counted(
        range, condition, wanted ? .atLeast(Int(clamping: least)) : .atMost(Int(clamping: least - 1)), state)
    default: return []
    }
  }

  enum Count {
    case atLeast(Int)
    case atMost(Int)
  }

  /// The ways to so many elements that meet a condition.
  func counted(
    _ range: WitnessRange, _ condition: (WitnessRange.Element) -> WitnessClause, _ count: Count,
    _ state: WitnessState
  ) -> [WitnessStep] {
    switch count {
    case .atLeast(let least): return some(range, condition, holding: true, least, state)
    case .atMost(0): return none(range, condition, failing: true, state)
    case .atMost(let most):
      if range.isMissing { return empty(range, state) }
      var kept = WitnessRange(elements: [], growth: nil)
      kept.elements = Array(range.elements.dropFirst(most))
      return none(kept, condition, failing: true, state)
    }
  }

  /// So many elements for which the condition is as wanted: new ones, or some that are there.
  private func some(
    _ range: WitnessRange, _ condition: (WitnessRange.Element) -> WitnessClause, holding: Bool, _ least: Int,
    _ state: WitnessState
  ) -> [WitnessStep] {
    let open = range.elements.filter { element in
      !isSo(element, condition(element), holding, state)
    }
    let needed = least - (range.elements.count - open.count)
    guard needed > 0 else { return [] }
    func goals(_ element: WitnessRange.Element) -> [WitnessGoal] {
      element.guards.map { .truth($0, true) } + [.truth(condition(element), holding)]
    }
    var steps: [WitnessStep] = []
    if let growth = range.growth, let (step, elements) = growing(growth, by: needed, state) {
      steps.append(
        WitnessStep(draft: step.draft, edited: step.edited, goals: elements.flatMap(goals)))
    }
    if needed <= open.count {
      steps += Self.choices(of: needed, among: min(open.count, 6)).map { choice in
        step(choice.flatMap { goals(open[$0]) }, state)
      }
    }
    return steps
  }

  private func isSo(
    _ element: WitnessRange.Element, _ clause: WitnessClause, _ wanted: Bool, _ state: WitnessState
  ) -> Bool {
    element.guards.allSatisfy { Truth(sources.value($0, state)) == .yes }
      && Truth(sources.value(clause, state)) == (wanted ? .yes : .no)
  }

  /// No element for which the condition fails, or holds.
  private func none(
    _ range: WitnessRange, _ condition: (WitnessRange.Element) -> WitnessClause, failing: Bool,
    _ state: WitnessState
  ) -> [WitnessStep] {
    if range.isMissing { return empty(range, state) }
    let goals = range.elements.map { element in
      WitnessGoal.either(
        [[.truth(condition(element), !failing)]] + element.guards.map { [.truth($0, false)] })
    }
    return goals.isEmpty ? [] : [step(goals, state)]
  }

  /// A list that is known to be empty.
  private func empty(_ range: WitnessRange, _ state: WitnessState) -> [WitnessStep] {
    range.growth.map { edit([($0.list, .array([]))], state) } ?? []
  }
}
