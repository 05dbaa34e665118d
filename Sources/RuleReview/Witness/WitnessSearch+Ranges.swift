import CEL
import Evaluator
import JSON

extension WitnessSearch {
  /// What a macro walks; nil where it cannot be told.
  func range(_ clause: WitnessClause, _ state: WitnessState) -> WitnessRange? {
    if let place = place(of: clause, state) { return list(at: place, state) }
    switch clause.expression.kind {
    case .list(let elements, _):
      return WitnessRange(
        elements: elements.map { .init(binding: .clause(clause.part($0)), guards: []) }, growth: nil)
    case .identifier(let name, _):
      guard case .clause(let bound)? = clause.scope[name] else { return computed(clause, state) }
      return range(bound, state)
    case .comprehension(let inner) where inner.second == nil:
      guard inner.operation == .filter || inner.operation == .map || inner.operation == .sortBy,
        let walked = range(clause.part(inner.range), state)
      else { return computed(clause, state) }
      return walked.mapped { element in
        let passes = inner.predicate.map { [clause.part($0, inner.variable, element.binding)] } ?? []
        let made =
          inner.operation == .map
          ? inner.transform.map { WitnessBinding.clause(clause.part($0, inner.variable, element.binding)) }
          : nil
        return WitnessRange.Element(binding: made ?? element.binding, guards: element.guards + passes)
      }
    case .call(Operator.conditional, nil, let parts) where parts.count == 3:
      guard case .bool(let holds) = sources.value(clause.part(parts[0]), state) else { return nil }
      return range(clause.part(parts[holds ? 1 : 2]), state)
    case .call(Operator.add, nil, let parts) where parts.count == 2:
      guard let left = range(clause.part(parts[0]), state), let right = range(clause.part(parts[1]), state)
      else { return nil }
      return WitnessRange(
        elements: left.elements + right.elements, growth: left.growth ?? right.growth,
        isMissing: left.isMissing || right.isMissing)
    case .call("flatten", let target?, _): return flattened(clause.part(target), state)
    case .call(let function, let target, let arguments):
      // Without a loss of members as far as quantifiers see.
      guard function == "distinct" || function == "sort" || function == "reverse",
        let list = target ?? arguments.first
      else { return computed(clause, state) }
      return range(clause.part(list), state)
    default: return computed(clause, state)
    }
  }

  /// The elements of the lists that a list holds; it grows in its first list, or by a first list of one element.
  private func flattened(_ clause: WitnessClause, _ state: WitnessState) -> WitnessRange? {
    guard let outer = range(clause, state) else { return computed(clause, state) }
    func inner(_ element: WitnessRange.Element) -> WitnessRange? {
      let found: WitnessRange?
      switch element.binding {
      case .place(let place): found = list(at: place, state)
      case .clause(let clause): found = range(clause, state)
      case .value: found = nil
      }
      return found?.mapped { WitnessRange.Element(binding: $0.binding, guards: element.guards + $0.guards) }
    }
    var whole = WitnessRange(elements: [], growth: nil, isMissing: outer.isMissing)
    for element in outer.elements {
      guard let lists = inner(element) else { return nil }
      whole.elements += lists.elements
      whole.growth = whole.growth ?? lists.growth
    }
    if whole.growth == nil, let growth = outer.growth {
      whole.growth = WitnessRange.Growth(list: growth.list) { binding in
        let element = growth.element(binding)
        guard case .clause(let list) = element.binding, let place = self.place(of: list, state) else {
          return element
        }
        return WitnessRange.Element(binding: .place(place + [.index(0)]), guards: element.guards)
      }
    }
    return whole
  }

  private func computed(_ clause: WitnessClause, _ state: WitnessState) -> WitnessRange? {
    guard case .list(let list) = sources.value(clause, state) else { return nil }
    return WitnessRange(
      elements: list.elements.map { .init(binding: .value($0), guards: []) }, growth: nil)
  }

  private func list(at place: [Path.Step], _ state: WitnessState) -> WitnessRange? {
    guard case .list? = state.draft.type(at: place) else { return nil }
    var count = 0
    let given = state.draft.value(at: place)
    if case .array(let elements)? = given { count = elements.count }
    return WitnessRange(
      elements: (0..<count).map { .init(binding: .place(place + [.index($0)]), guards: []) },
      growth: WitnessRange.Growth(list: place) { .init(binding: $0, guards: []) }, isMissing: given == nil)
  }

  /// A new element: of which nothing is given, or one that differs from its neighbours.
  private func element(_ index: Int, of type: CELType, _ state: WitnessState) -> JSONValue {
    switch type {
    case .string: return .string(Text("A\(index + 1)"))
    case .int, .decimal: return .number(Text("\(index + 1)"))
    case .enumeration(let name):
      let members = state.draft.schema.enumTypes[name]?.members ?? []
      return members.isEmpty ? .null : .string(members[index % members.count])
    default: return Draft.empty(type)
    }
  }

  /// The draft with new elements in the list that a range walks, and those elements.
  func growing(
    _ growth: WitnessRange.Growth, by count: Int, _ state: WitnessState
  ) -> (step: WitnessStep, elements: [WitnessRange.Element])? {
    guard case .list(let type)? = state.draft.type(at: growth.list) else { return nil }
    var given: [JSONValue] = []
    if case .array(let elements)? = state.draft.value(at: growth.list) { given = elements }
    let made = (0..<count).map { element(given.count + $0, of: type, state) }
    guard given.count + count <= 64, let draft = state.draft.setting(.array(given + made), at: growth.list)
    else { return nil }
    let elements = (0..<count).map { growth.element(.place(growth.list + [.index(given.count + $0)])) }
    return (WitnessStep(draft: draft, edited: growth.list, goals: []), elements)
  }
}
