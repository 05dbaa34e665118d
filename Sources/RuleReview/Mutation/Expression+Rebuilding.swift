import CEL

extension Expression {
  /// The node with others directly below it, in the order of `children` and as many as those.
  func rebuilt(_ children: [Expression]) -> Expression {
    var rest = children[...]
    func next(_ old: Expression) -> Expression { rest.popFirst() ?? old }
    let kind: Kind
    switch self.kind {
    case .literal, .identifier: kind = self.kind
    case .select(let operand, let field, let optional):
      kind = .select(next(operand), field: field, optional: optional)
    case .has(let operand, let field): kind = .has(next(operand), field: field)
    case .call(let function, let target, let arguments):
      kind = .call(function: function, target: target.map(next), arguments: arguments.map(next))
    case .list(let items, let optional): kind = .list(items.map(next), optional: optional)
    case .map(let entries):
      kind = .map(
        entries.map { MapEntry(key: next($0.key), value: next($0.value), optional: $0.optional) })
    case .structure(let type, let fields):
      kind = .structure(
        type: type,
        fields: fields.map { FieldEntry(field: $0.field, value: next($0.value), optional: $0.optional) })
    case .comprehension(let old):
      kind = .comprehension(
        Comprehension(
          operation: old.operation, range: next(old.range), variable: old.variable, second: old.second,
          count: old.count.map(next), predicate: old.predicate.map(next),
          transform: old.transform.map(next)))
    case .bind(let variable, let value, let body):
      kind = .bind(variable: variable, value: next(value), body: next(body))
    }
    return with(kind)
  }

  /// The node with another meaning in its place.
  func with(_ kind: Kind) -> Expression { Expression(id: id, range: range, kind: kind) }
}

extension Comprehension {
  /// The walk with another operation, or without its filter.
  func with(_ operation: Operation? = nil, predicate: Expression?) -> Comprehension {
    Comprehension(
      operation: operation ?? self.operation, range: range, variable: variable, second: second, count: count,
      predicate: predicate, transform: transform)
  }
}
