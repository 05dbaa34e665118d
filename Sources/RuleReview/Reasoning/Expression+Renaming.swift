import CEL
import JSON

extension Expression {
  /// The tree with free names replaced; what a macro binds itself hides a name.
  func renaming(_ names: [Text: Text]) -> Expression {
    if names.isEmpty { return self }
    func child(_ expression: Expression) -> Expression { expression.renaming(names) }
    let kind: Kind =
      switch kind {
      case .literal: kind
      case .identifier(let name, let leadingDot):
        .identifier(leadingDot ? name : names[name] ?? name, leadingDot: leadingDot)
      case .select(let operand, let field, let optional):
        .select(child(operand), field: field, optional: optional)
      case .has(let operand, let field): .has(child(operand), field: field)
      case .call(let function, let target, let arguments):
        .call(function: function, target: target.map(child), arguments: arguments.map(child))
      case .list(let items, let optional): .list(items.map(child), optional: optional)
      case .map(let entries):
        .map(
          entries.map { MapEntry(key: child($0.key), value: child($0.value), optional: $0.optional) })
      case .structure(let type, let fields):
        .structure(
          type: type,
          fields: fields.map { FieldEntry(field: $0.field, value: child($0.value), optional: $0.optional) })
      case .comprehension(let comprehension): .comprehension(comprehension.renaming(names))
      case .bind(let variable, let value, let body):
        .bind(
          variable: variable, value: child(value),
          body: body.renaming(names.filter { $0.key != variable }))
      }
    return Expression(id: id, range: range, kind: kind)
  }
}

extension Comprehension {
  /// The macro over a renamed range; its own variable becomes `$` and the number of names around it.
  fileprivate func renaming(_ names: [Text: Text]) -> Comprehension {
    var inner = names
    let fresh = "$" + Text("\(names.count)")
    inner[variable] = fresh
    let freshSecond = second.map { _ in fresh + "i" }
    if let second { inner[second] = freshSecond }
    return Comprehension(
      operation: operation, range: range.renaming(names), variable: fresh, second: freshSecond,
      count: count?.renaming(names), predicate: predicate?.renaming(inner),
      transform: transform?.renaming(inner))
  }
}
