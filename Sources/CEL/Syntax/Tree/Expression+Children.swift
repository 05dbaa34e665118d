extension Expression {
  /// The nodes directly below, in order of their text.
  public var children: [Expression] {
    switch kind {
    case .literal, .identifier: []
    case .select(let operand, _, _), .has(let operand, _): [operand]
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .list(let items, _): items
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .structure(_, let fields): fields.map { $0.value }
    case .comprehension(let comprehension): comprehension.children
    case .bind(_, let value, let body): [value, body]
    }
  }
}

extension Comprehension {
  /// The nodes directly below, in order of their text.
  public var children: [Expression] {
    var children = [range]
    if let count { children.append(count) }
    if let predicate { children.append(predicate) }
    if let transform { children.append(transform) }
    return children
  }
}
