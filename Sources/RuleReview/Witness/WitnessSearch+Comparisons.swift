import CEL
import Evaluator
import JSON

extension WitnessSearch {
  func comparison(
    _ left: WitnessClause, _ relation: Relation, _ right: WitnessClause, _ state: WitnessState
  ) -> [WitnessStep] {
    let (one, other) = (sources.value(left, state), sources.value(right, state))
    var steps: [WitnessStep] = []
    // The side of which something is missing first: it breaks nothing.
    let sides = [(left, relation, other), (right, relation.mirrored, one)]
    for (clause, relation, limit) in one.isKnown ? sides.reversed() : sides where limit.isKnown {
      steps += values(relation, limit).map { step([.equal(clause, $0)], state) }
    }
    if !one.isKnown, !other.isKnown {
      steps += [step([.known(right)], state), step([.known(left)], state)]
    }
    return steps
  }

  /// Values that stand in a relation to another, the nearest first.
  func values(_ relation: Relation, _ limit: Value) -> [Value] {
    switch limit {
    case .int(let int): return Self.numbers(relation, Decimal(int))
    case .uint(let uint): return Self.numbers(relation, Decimal(uint))
    case .decimal(let decimal): return Self.numbers(relation, decimal)
    case .ratio(let ratio): return (try? ratio.decimal()).map { Self.numbers(relation, $0) } ?? []
    case .date(let day):
      let moves: [Int64] =
        switch relation {
        case .equals: [0]
        case .notEquals: [-1, 1, -366]
        case .less: [-1, -30, -366]
        case .lessOrEqual: [0, -1, -30, -366]
        case .greater: [1, 30, 366]
        case .greaterOrEqual: [0, 1, 30, 366]
        }
      return moves.compactMap { try? day.adding(days: $0) }.map(Value.date)
    case .period(let period):
      let others = [period.previous, period.next].compactMap { $0 }
      return ([period] + others).filter { relation.holds($0, period) }.map(Value.period)
    case .enumeration(let member):
      return member.type.members.indices
        .filter { relation.holds(Int64($0), Int64(member.index)) }
        .sorted { abs($0 - Int(member.index)) < abs($1 - Int(member.index)) }
        .compactMap { EnumValue(type: member.type, index: $0) }.map(Value.enumeration)
    case .string(let text):
      switch relation {
      case .equals, .lessOrEqual, .greaterOrEqual: return [limit]
      case .notEquals: return [.string(text + "-2")]
      case .greater: return [.string(text + "a")]
      case .less: return [.string("")]
      }
    case .bool(let bool): return [.bool(relation == .notEquals ? !bool : bool)]
    case .list, .map, .record: return relation == .equals ? [limit] : []
    default: return []
    }
  }

  /// Numbers on the right side of a limit: close to it, whole ones next to it, and round ones.
  private static func numbers(_ relation: Relation, _ limit: Decimal) -> [Value] {
    if relation == .equals { return [.decimal(limit.normalized)] }
    let tenth = (try? Decimal("0.1")) ?? .one
    let near = [.zero, .one, -.one, tenth, -tenth].compactMap { try? limit + $0 }
    let whole = [limit.rounded(.ceiling, places: 0), limit.rounded(.floor, places: 0)]
    let round = [0, 100, 1, 1000].map { Decimal($0 as Int64) }
    var found: [Decimal] = []
    for number in near + whole + round where relation.holds(number, limit) && !found.contains(number) {
      found.append(number)
    }
    return found.map { .decimal($0.normalized) }
  }

  func membership(
    _ element: WitnessClause, _ list: WitnessClause, _ wanted: Bool, _ state: WitnessState
  ) -> [WitnessStep] {
    let range = range(list, state)
    let value = sources.value(element, state)
    var steps: [WitnessStep] = []
    if let range, wanted {
      for member in range.elements {
        let known = sources.value(member.binding, state)
        if known.isKnown { steps.append(step([.equal(element, known)], state)) }
      }
      if let growth = range.growth, let (grown, elements) = growing(growth, by: 1, state),
        case .place(let place)? = elements.first?.binding, elements.first?.guards.isEmpty ?? false,
        let type = state.draft.type(at: place)
      {
        if value.isKnown, let json = value.json(as: type), let draft = grown.draft.setting(json, at: place) {
          steps.append(WitnessStep(draft: draft, edited: growth.list, goals: []))
        } else if !value.isKnown {
          steps.append(step([.known(element)], state))
        }
      }
    } else if let range {
      if range.isMissing, let growth = range.growth { return edit([(growth.list, .array([]))], state) }
      let members = range.elements.map { sources.value($0.binding, state) }
      steps += others(than: members, element, state).map { step([.equal(element, $0)], state) }
      if let growth = range.growth { steps += edit([(growth.list, .array([]))], state) }
    }
    return steps
  }

  /// Values of a clause's type that are none of these.
  private func others(
    than members: [Value], _ clause: WitnessClause, _ state: WitnessState
  ) -> [Value] {
    switch sources.type(clause) {
    case .enumeration(let name):
      guard let type = state.draft.schema.enumTypes[name] else { return [] }
      return type.members.indices.compactMap { EnumValue(type: type, index: $0) }.map(Value.enumeration)
        .filter { value in !members.contains { $0.isSame(as: value) } }
    case .string: return [.string("—")]
    case .int, .decimal:
      let numbers = members.compactMap(\.number)
      guard let largest = numbers.max(by: { $0 < $1 }) else { return [.int(1)] }
      return (try? largest + .one).map { [.decimal($0)] } ?? []
    default: return members.first.map { values(.notEquals, $0) } ?? []
    }
  }
}
