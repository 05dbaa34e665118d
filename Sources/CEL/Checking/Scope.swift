import JSON

/// The variables of the macros around an expression, innermost last.
struct Scope {
  struct Local {
    let name: Text
    let type: CELType
    let source: LocalSource
  }

  private var locals: [Local] = []

  mutating func push(_ name: Text, _ type: CELType, _ source: LocalSource) {
    locals.append(Local(name: name, type: type, source: source))
  }

  mutating func pop(_ count: Int) { locals.removeLast(min(count, locals.count)) }

  func lookUp(_ name: Text) -> Local? { locals.last { $0.name == name } }

  var names: [Text] { locals.map { $0.name } }
}

/// Where the value of a macro's variable comes from, by `Expression.id`.
enum LocalSource {
  /// Each element of a list, or value of a map.
  case element(of: Int32)
  /// Each index of a list, or key of a map.
  case key(of: Int32)
  /// The whole value, as bound by `cel.bind`.
  case value(of: Int32)
}
