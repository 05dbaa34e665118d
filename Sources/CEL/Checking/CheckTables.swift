import JSON

/// What is found out about each node, by `Expression.id`.
struct CheckTables: Sendable {
  var types: [CELType]
  var references: [Reference?]
  /// The declared field whose value the node is, so that units, keys and sizes follow the value.
  var fields: [DeclaredField?]
  /// For a macro's variable: where its value comes from.
  var locals: [LocalSource?]
  /// For a call of `matches` with a literal pattern: the instructions that the pattern compiles to.
  var patternSizes: [Int32: UInt64] = [:]

  init(nodeCount: Int) {
    types = Array(repeating: .dyn, count: nodeCount)
    references = Array(repeating: nil, count: nodeCount)
    fields = Array(repeating: nil, count: nodeCount)
    locals = Array(repeating: nil, count: nodeCount)
  }

  func type(of expression: Expression) -> CELType { types[Int(expression.id)] }
  func reference(of expression: Expression) -> Reference? { references[Int(expression.id)] }
  func field(of expression: Expression) -> Field? { fields[Int(expression.id)]?.field }

  /// False for a call as `math.abs(x)`, whose target is part of the function's name.
  func isMemberCall(_ call: Expression, _ function: Text) -> Bool {
    guard case .function(let resolved) = reference(of: call) else { return true }
    return resolved == function
  }
}

/// A field of a record type, by place.
struct DeclaredField: Sendable {
  let owner: RecordType
  /// Always a valid place in `owner.fields`.
  let slot: Int

  var field: Field { owner.fields[slot] }
  var hasUnit: Bool { owner.fields[slot].unit != nil }
  var isRelation: Bool { owner.fields[slot].relation != nil }
}
