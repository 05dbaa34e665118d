import CEL
import Evaluator
import JSON

extension WitnessSearch {
  /// How an aim stands on a draft.
  func standing(_ root: WitnessRoot, _ state: WitnessState) -> WitnessRoot.Standing {
    switch root.aim {
    case .holds(let clause):
      return switch Truth(sources.value(clause, state)) {
      case .yes: .met
      case .no: .broken
      case .unknown, .error: .open
      }
    case .known(let clause): return sources.value(clause, state).isKnown ? .met : .open
    case .settled(let parts):
      let results = results(parts, state)
      if !results.contains(.violated) { return .met }
      return results == .violated ? .broken : .open
    case .unbroken(let parts):
      return results(parts, state) == .violated ? .broken : .met
    case .violated(let parts):
      let results = results(parts, state)
      if !results.contains(.violated) { return .broken }
      return results == .violated && isDue(parts, state) ? .met : .open
    case .met(let criterion):
      let results = results(criterion, state)
      if results == .satisfied { return .met }
      return results.contains(.satisfied) ? .open : .broken
    case .unhindered(let criterion):
      let results = results(criterion, state)
      if !results.contains(.violated) { return .met }
      return results == .violated ? .broken : .open
    }
  }

  /// The results open to a choice.
  private func results(_ criterion: Criterion, _ state: WitnessState) -> ResultSet {
    criterion.results { leaf in
      // What other records and awards decide is seen to when all are judged together.
      guard let place = leaf.rule else { return .satisfied }
      return parts[place].map { self.results($0, state) } ?? .notApplicable
    }
  }

  /// The results open to a rule.
  private func results(_ parts: WitnessRoot.RuleParts, _ state: WitnessState) -> ResultSet {
    let applies = parts.applies.map { Truth(sources.value($0, state)) } ?? .yes
    if applies == .no { return .notApplicable }
    let holds: ResultSet =
      switch Truth(sources.value(parts.requires, state)) {
      case .yes: .satisfied
      case .no: .violated
      case .unknown, .error: [.satisfied, .violated]
      }
    return applies == .yes ? holds : holds.union(.notApplicable)
  }

  private func isDue(_ parts: WitnessRoot.RuleParts, _ state: WitnessState) -> Bool {
    guard let due = parts.due else { return true }
    guard case .date(let day) = sources.value(due, state) else { return false }
    return day < evaluator.asOf
  }

  /// What must come about for an aim, in order.
  func goals(of root: WitnessRoot) -> [WitnessGoal] {
    switch root.aim {
    case .holds(let clause): [.truth(clause, true)]
    case .known(let clause): [.known(clause)]
    case .settled(let parts), .unbroken(let parts): settled(parts)
    case .violated(let parts):
      (parts.applies.map { [.truth($0, true)] } ?? []) + [.truth(parts.requires, false)]
        + (parts.due.map { [.past($0, tries: 3)] } ?? [])
    case .met(let criterion): met(criterion)
    case .unhindered(let criterion): [.either([met(criterion)] + unbinding(criterion))]
    }
  }

  /// The way on which no rule of a choice binds the record; none where one always does.
  private func unbinding(_ criterion: Criterion) -> [[WitnessGoal]] {
    let choice = criterion.rules.sorted().compactMap { parts[$0] }
    let conditions = choice.compactMap(\.applies)
    return conditions.count == choice.count ? [conditions.map { .truth($0, false) }] : []
  }

  private func settled(_ parts: WitnessRoot.RuleParts) -> [WitnessGoal] {
    guard let applies = parts.applies else { return [.truth(parts.requires, true)] }
    return [.either([[.truth(applies, true), .truth(parts.requires, true)], [.truth(applies, false)]])]
  }

  private func met(_ criterion: Criterion) -> [WitnessGoal] {
    switch criterion {
    case .rule(let place):
      guard let parts = parts[place] else { return [.either([])] }
      return (parts.applies.map { [.truth($0, true)] } ?? []) + [.truth(parts.requires, true)]
    case .population, .award: return []
    case .all(let members): return members.flatMap { settled($0) }
    case .every(_, let rules): return rules.flatMap { settled(.rule($0)) }
    case .any(let members): return [.either(members.map { met($0) })]
    case .atLeast(let count, let members):
      return [.either(Self.choices(of: count, among: members.count).map { $0.flatMap { met(members[$0]) } })]
    }
  }

  private func settled(_ criterion: Criterion) -> [WitnessGoal] {
    guard case .rule(let place) = criterion else { return met(criterion) }
    return parts[place].map { settled($0) } ?? []
  }

  /// Choices of `count` among the first so many places, in order; at most sixty-four.
  static func choices(of count: Int, among total: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    guard count <= total else { return [] }
    var found: [[Int]] = []
    for last in (count - 1)..<total {
      for choice in choices(of: count - 1, among: last) {
        found.append(choice + [last])
        if found.count == 64 { return found }
      }
    }
    return found
  }
}
