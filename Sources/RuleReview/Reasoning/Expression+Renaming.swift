import CEL
import JSON

extension Expression {
  /// The tree with free names replaced; what a macro binds itself hides a name.
  func renaming(_ names: [Text: Text]) -> Expression {
    if names.isEmpty { return self }
    switch kind {
    case .identifier(let name, leadingDot: false):
      return with(.identifier(names[name] ?? name, leadingDot: false))
    case .comprehension(let comprehension): return with(.comprehension(comprehension.renaming(names)))
    case .bind(let variable, let value, let body):
      let inner = names.filter { $0.key != variable }
      return with(.bind(variable: variable, value: value.renaming(names), body: body.renaming(inner)))
    default: return rebuilt(children.map { $0.renaming(names) })
    }
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
