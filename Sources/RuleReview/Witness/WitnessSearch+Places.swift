import CEL
import Evaluator
import JSON

extension WitnessSearch {
  /// The place of the draft that a clause reads; nil for what is computed.
  func place(of clause: WitnessClause, _ state: WitnessState) -> [Path.Step]? {
    // Whether a field is given is no field.
    if case .has = clause.expression.kind { return nil }
    switch (clause.expression.kind, sources.reference(clause)) {
    case (.identifier(let name, _), .local?):
      switch clause.scope[name] {
      case .place(let steps)?: return steps
      case .clause(let bound)?: return place(of: bound, state)
      case .value?, nil: return nil
      }
    case (_, .rootField?): return place(ofField: clause, state)
    case (.select(let operand, let field, optional: false), .recordField?):
      return place(of: clause.part(operand), state).map { $0 + [.field(field)] }
    case (.select(let operand, _, optional: false), .item(let key)?):
      return place(of: clause.part(operand), state).map { $0 + [.key(key)] }
    case (.call("keyed", let target?, let arguments), _) where arguments.count == 1:
      guard let list = place(of: clause.part(target), state) else { return nil }
      switch sources.value(clause.part(arguments[0]), state) {
      case .string(let key): return list + [.key(key)]
      case .int(let key): return list + [.key(Text("\(key)"))]
      case .enumeration(let member): return list + [.key(member.name)]
      default: return nil
      }
    case (.call(Operator.index, nil, let arguments), _) where arguments.count == 2:
      guard let list = place(of: clause.part(arguments[0]), state),
        case .int(let index) = sources.value(clause.part(arguments[1]), state)
      else { return nil }
      return list + [.index(Int(clamping: index))]
    default: return nil
    }
  }

  /// The place of a field of the record itself, or within its sections.
  func place(ofField clause: WitnessClause, _ state: WitnessState) -> [Path.Step]? {
    guard case .rootField(let slots)? = sources.reference(clause) else { return nil }
    var steps: [Path.Step] = []
    var owner: RecordType? = type
    for slot in slots {
      guard let field = owner?.fields[slot] else { return nil }
      steps.append(.field(field.name))
      owner = nil
      if case .record(let name) = field.type { owner = state.draft.schema.recordTypes[name] }
    }
    return steps
  }

  /// The place that a path of `missing` names; nil for what no draft can give.
  func place(named path: Text, _ state: WitnessState) -> [Path.Step]? {
    var steps: [Path.Step] = []
    var rest = path.utf8[...]
    while let first = rest.first {
      let isKeyed = state.draft.declaration(at: steps)?.key != nil
      if first == UInt8(ascii: "[") {
        guard let close = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let inner = Text(utf8: rest[(rest.startIndex + 1)..<close])
        rest = rest[(close + 1)...]
        if let index = Int(inner.string) {
          steps.append(.index(index))
        } else if isKeyed, inner.utf8.count > 2 {
          steps.append(.key(Text(utf8: inner.utf8.dropFirst().dropLast())))
        } else {
          return nil
        }
        continue
      }
      if first == UInt8(ascii: ".") { rest = rest.dropFirst() }
      let name = rest.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") }
      rest = rest[name.endIndex...]
      steps.append(isKeyed ? .key(Text(utf8: name)) : .field(Text(utf8: name)))
    }
    return state.draft.type(at: steps) == nil ? nil : steps
  }
}
