import CEL
import Evaluator
import JSON

extension WitnessSearch {
  /// The ways to give what a clause misses, one path at a time.
  func filling(_ unknown: Unknown, for clause: WitnessClause, _ state: WitnessState) -> [WitnessStep] {
    for path in unknown.paths {
      guard let place = place(named: path, state), state.draft.value(at: place) == nil else { continue }
      let values = candidates(at: place, state, near: clause)
      return edit(values.map { (place, $0) }, state)
    }
    return []
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
      // A year that people would write.
      if type == .int, case .field(let name)? = place.last, name.hasSuffix("year") || name.hasSuffix("Year") {
        values.insert(.number(Text("\(lawDate.year)")), at: 0)
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
