import CEL
import Evaluator
import JSON

/// Sums of `condition ? 1 : 0`, by which kinds count what holds.
extension WitnessSearch {
  /// The ways to a sum of choices that stands in a relation to a number; nil where it is no such sum.
  func choices(
    _ left: WitnessClause, _ relation: Relation, _ right: WitnessClause, _ state: WitnessState
  ) -> [WitnessStep]? {
    guard let limit = sources.value(right, state).number, let terms = Self.terms(left.expression),
      terms.count <= Self.choiceLimit
    else { return nil }
    let current = terms.map { Truth(sources.value(left.part($0.condition), state)) }
    var found: [(changes: Int, goals: [WitnessGoal])] = []
    for choice in 0..<(1 << terms.count) {
      var sum = Decimal.zero
      var changes = 0
      var goals: [WitnessGoal] = []
      for (place, term) in terms.enumerated() {
        let holds = choice >> place & 1 == 1
        guard let next = try? sum + (holds ? term.yes : term.no) else { return nil }
        sum = next
        if current[place] != (holds ? .yes : .no) { changes += 1 }
        goals.append(.truth(left.part(term.condition), holds))
      }
      if relation.holds(sum, limit) { found.append((changes, goals)) }
    }
    return found.sorted { $0.changes < $1.changes }.map { step($0.goals, state) }
  }

  /// Terms of one sum.
  private static let choiceLimit = 6

  private static func terms(
    _ expression: Expression
  ) -> [(condition: Expression, yes: Decimal, no: Decimal)]? {
    switch expression.kind {
    case .call(Operator.add, nil, let parts) where parts.count == 2:
      guard let left = terms(parts[0]), let right = terms(parts[1]) else { return nil }
      return left + right
    case .call(Operator.conditional, nil, let parts) where parts.count == 3:
      guard let yes = number(parts[1]), let no = number(parts[2]) else { return nil }
      return [(parts[0], yes, no)]
    default: return nil
    }
  }

  private static func number(_ expression: Expression) -> Decimal? {
    switch expression.literal {
    case .int(let int)?: Decimal(int)
    case .fraction(let text)?: try? Decimal(text)
    default: nil
    }
  }
}
