import JSON

/// What type parameters stand for, found by unification; each step can be taken back.
///
/// The rules are those of cel-go's `checker/types.go`, so that deduced types agree with the conformance suite.
struct Substitution {
  private var bindings: [Text: CELType] = [:]
  /// Earlier bindings in order of change, for `undo`.
  private var trail: [(name: Text, before: CELType?)] = []
  private var freshCount: UInt64 = 0

  /// A type parameter that occurs nowhere else; its name cannot be written in a declaration.
  mutating func fresh() -> CELType {
    freshCount += 1
    let count = Int(freshCount)
    return .parameter(count < Self.names.count ? Self.names[count] : Self.name(count))
  }

  private static func name(_ count: Int) -> Text { "%" + Text(decimal: UInt64(count)) }
  /// The names that most expressions need.
  private static let names = (0..<64).map(name)

  /// Copies of types in which each parameter is replaced by a fresh one.
  mutating func instantiate(_ types: [CELType]) -> [CELType] {
    // An overload has one parameter or two: looking is cheaper than an index.
    var renamed: [(name: Text, type: CELType)] = []
    return types.map { rename($0, &renamed) }
  }

  private mutating func rename(_ type: CELType, _ renamed: inout [(name: Text, type: CELType)]) -> CELType {
    switch type {
    case .parameter(let name):
      if let known = renamed.first(where: { $0.name == name }) { return known.type }
      let parameter = fresh()
      renamed.append((name, parameter))
      return parameter
    default:
      return type.isGeneric ? type.mapArguments { rename($0, &renamed) } : type
    }
  }

  /// The type with what is known of its parameters filled in; open ones stay, or become `dyn`.
  func apply(_ type: CELType, openAsDyn: Bool = false) -> CELType {
    switch type {
    case .parameter(let name):
      if let bound = bindings[name] { return apply(bound, openAsDyn: openAsDyn) }
      return openAsDyn ? .dyn : type
    default:
      return type.isGeneric ? type.mapArguments { apply($0, openAsDyn: openAsDyn) } : type
    }
  }

  /// True where a value of one type can stand where the other is asked; binds parameters only if so.
  mutating func unify(_ left: CELType, _ right: CELType) -> Bool {
    let mark = trail.count
    if assignable(left, right) { return true }
    undo(to: mark)
    return false
  }

  /// Unifies pair by pair, all or nothing.
  mutating func unify(_ left: [CELType], _ right: [CELType]) -> Bool {
    guard left.count == right.count else { return false }
    let mark = trail.count
    for (one, other) in zip(left, right) where !assignable(one, other) {
      undo(to: mark)
      return false
    }
    return true
  }

  /// A point to go back to.
  var mark: Int { trail.count }

  mutating func undo(to mark: Int) {
    while trail.count > mark, let (name, before) = trail.popLast() { bindings[name] = before }
  }

  private mutating func bind(_ name: Text, _ type: CELType) {
    trail.append((name, bindings[name]))
    bindings[name] = type
  }

  private mutating func assignable(_ left: CELType, _ right: CELType) -> Bool {
    if case .parameter(let name) = right {
      switch substitutes(name, for: left) {
      case .yes: return true
      case .no(isBound: true): return false
      case .no(isBound: false): break
      }
    }
    if case .parameter(let name) = left {
      if case .yes = substitutes(name, for: right) { return true }
      return false
    }
    if left.isDynamic || right.isDynamic { return true }
    if left == .null { return right.isNullable }
    if right == .null { return left.isNullable }
    switch (left, right) {
    case (.wrapper(let inner), .wrapper(let other)): return assignable(inner, other)
    case (.wrapper(let inner), let other), (let other, .wrapper(let inner)): return assignable(inner, other)
    case (.type, .type): return true
    case (.list(let one), .list(let other)), (.optional(let one), .optional(let other)):
      return assignable(one, other)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      return assignable(key, otherKey) && assignable(value, otherValue)
    case (.opaque(let name, let ones), .opaque(let otherName, let others)):
      guard name == otherName, ones.count == others.count else { return false }
      for (one, other) in zip(ones, others) where !assignable(one, other) { return false }
      return true
    default: return left == right
    }
  }

  private enum Verdict {
    case yes
    case no(isBound: Bool)
  }

  /// Whether a parameter, or what it stands for, can take the place of a type; widens the binding to the more
  /// general of the two.
  private mutating func substitutes(_ name: Text, for type: CELType) -> Verdict {
    if case .parameter(name) = type { return .yes }
    guard let bound = bindings[name] else {
      guard !occurs(name, in: type) else { return .no(isBound: false) }
      bind(name, type)
      return .yes
    }
    if bound == type { return .yes }
    guard assignable(type, bound) else { return .no(isBound: true) }
    let general = type.moreGeneral(bound)
    if general != bound, !occurs(name, in: general) { bind(name, general) }
    return .yes
  }

  private func occurs(_ name: Text, in type: CELType) -> Bool {
    switch type {
    case .parameter(let other):
      if other == name { return true }
      guard let bound = bindings[other] else { return false }
      return occurs(name, in: bound)
    default:
      return type.hasArgument { occurs(name, in: $0) }
    }
  }
}

extension CELType {
  /// The type with each of its arguments replaced.
  func mapArguments(_ transform: (CELType) -> CELType) -> CELType {
    switch self {
    case .list(let element): .list(transform(element))
    case .map(let key, let value): .map(transform(key), transform(value))
    case .optional(let wrapped): .optional(transform(wrapped))
    case .type(let type): .type(transform(type))
    case .wrapper(let primitive): .wrapper(transform(primitive))
    case .opaque(let name, let arguments) where !arguments.isEmpty: .opaque(name, arguments.map(transform))
    default: self
    }
  }
}
