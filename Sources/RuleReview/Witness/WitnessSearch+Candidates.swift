import CEL
import Evaluator
import JSON

extension WitnessSearch {
  /// The ways to give what a clause misses, one path at a time.
  func filling(_ unknown: Unknown, for clause: WitnessClause, _ state: WitnessState) -> [WitnessStep] {
    for path in unknown.paths {
      guard let place = place(named: path, state), state.draft.value(at: place) == nil else { continue }
      if let relation = relation(by: place, for: clause, state) {
        return edit([(relation, .object([]))], state)
      }
      let values = candidates(at: place, state, near: clause)
      return edit(values.map { (place, $0) }, state)
    }
    return []
  }

  /// Other values for what a comparison or call reads, for where no way back through it is known.
  func perturbing(_ clause: WitnessClause, _ state: WitnessState) -> [WitnessStep] {
    guard case .call(let function, _, _) = clause.expression.kind,
      ![Operator.and, Operator.or, Operator.not, Operator.conditional].contains(function)
    else { return [] }
    var places: [[Path.Step]] = []
    var open = [clause.expression]
    while let next = open.popLast() {
      if let place = place(of: clause.part(next), state) {
        if !places.contains(place) { places.append(place) }
      } else if case .comprehension(let comprehension) = next.kind {
        open.append(comprehension.range)
      } else {
        open += next.children
      }
    }
    return places.flatMap { place in
      edit(candidates(at: place, state, near: clause).prefix(Self.otherValues).map { (place, $0) }, state)
    }
  }

  private static let otherValues = 4

  /// The relation that a field of the record names a record for; nil where the clause reads none beyond it.
  private func relation(
    by place: [Path.Step], for clause: WitnessClause, _ state: WitnessState
  ) -> [Path.Step]? {
    guard case .field(let name)? = place.last, place.count == 1 else { return nil }
    let reads = sources.checked[clause.source].fieldsRead
    let field = type.fields.first { field in
      guard let relation = field.relation, !relation.isMany, relation.by.contains(name),
        reads.contains(where: { $0.hasPrefix(field.name + ".") })
      else { return false }
      return state.draft.value(at: [.field(field.name)]) == nil
    }
    return field.map { [.field($0.name)] }
  }

  /// Values worth trying at a place, simple ones first; those that the expression itself names among them.
  func candidates(
    at place: [Path.Step], _ state: WitnessState, near clause: WitnessClause? = nil
  ) -> [JSONValue] {
    guard let type = state.draft.type(at: place) else { return [] }
    let named = clause.map { literals(in: $0.expression) } ?? []
    var values: [JSONValue] = []
    switch type {
    case .bool: values = [.bool(true), .bool(false)]
    case .enumeration(let name):
      values = (state.draft.schema.enumTypes[name]?.members ?? []).map(JSONValue.string)
    case .int, .decimal:
      let limits = named.compactMap(\.number)
      let usual = [1, 0, 2, 3, 10, 100].map { Decimal($0 as Int64) }
      values = (usual + limits + limits.compactMap { try? $0 + .one })
        .compactMap { Value.decimal($0.normalized).json(as: type) }
      // Years that people would write: first where it is one, before anything large elsewhere.
      if type == .int, case .field(let name)? = place.last {
        let years = [0, -1, 1].map { JSONValue.number(Text("\(lawDate.year + $0)")) }
        let isYear = name.hasSuffix("year") || name.hasSuffix("Year") || readsYears(clause)
        values.insert(contentsOf: years, at: isYear ? 0 : values.count)
      }
    case .string: values = [.string("A")] + named.compactMap(\.name).map(JSONValue.string)
    case .date:
      let days = [0, -30, -366, -1500].compactMap { try? evaluator.asOf.adding(days: $0) }
      values = ([lawDate] + days).map { .string($0.text) }
    case .period:
      values = PeriodKind.allCases.map { .string(Period($0, containing: lawDate).text) }
    case .timestamp: values = [.string(lawDate.text + "T00:00:00Z")]
    case .list(let element): values = [.array([]), .array([Draft.empty(element)])]
    case .record, .map: values = [.object([])]
    default: return []
    }
    var seen: Set<JSONValue> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// True where the expression that a clause is part of compares with years.
  private func readsYears(_ clause: WitnessClause?) -> Bool {
    guard let clause else { return false }
    var open = [sources.checked[clause.source].parsed.root]
    while let next = open.popLast() {
      switch next.kind {
      case .call("year", _, _): return true
      case .select(_, let field, _) where field == "year": return true
      default: open += next.children
      }
    }
    return false
  }

  /// The texts and numbers that an expression writes out.
  private func literals(in expression: Expression) -> [Value] {
    var found: [Value] = []
    var open = [expression]
    while let next = open.popLast() {
      switch next.kind {
      case .literal(.int(let int)): found.append(.int(int))
      case .literal(.fraction(let text)):
        if let decimal = try? Decimal(text) { found.append(.decimal(decimal)) }
      case .literal(.string(let text)): found.append(.string(text))
      default: open += next.children
      }
    }
    return found
  }
}
