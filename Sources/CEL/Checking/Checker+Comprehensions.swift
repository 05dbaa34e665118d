import JSON

extension Checker {
  mutating func checkBind(_ variable: Text, _ value: Expression, _ body: Expression) -> CELType {
    let type = check(value)
    scope.push(variable, type, .value(of: value.id))
    defer { scope.pop(1) }
    return check(body)
  }

  mutating func checkComprehension(_ comprehension: Comprehension) -> CELType {
    let range = checkRange(comprehension)
    if let count = comprehension.count { require(count, check(count), .int) }
    let source = comprehension.range.id
    if let second = comprehension.second {
      scope.push(comprehension.variable, range.key, .key(of: source))
      scope.push(second, range.element, .element(of: source))
    } else if range.isMap {
      scope.push(comprehension.variable, range.key, .key(of: source))
    } else {
      scope.push(comprehension.variable, range.element, .element(of: source))
    }
    defer { scope.pop(comprehension.second == nil ? 1 : 2) }

    if let predicate = comprehension.predicate { require(predicate, check(predicate), .bool) }
    let transform = comprehension.transform.map { check($0) } ?? .error
    switch comprehension.operation {
    case .all, .exists, .existsOne, .existsAtLeast: return .bool
    case .filter, .sortBy:
      if comprehension.operation == .sortBy, let key = comprehension.transform {
        requireSortKey(key, transform)
      }
      return .list(range.isMap ? range.key : range.element)
    case .map, .transformList: return .list(transform)
    case .transformMap: return .map(range.key, transform)
    case .transformMapEntry:
      guard let entry = comprehension.transform else { return .error }
      let type = CELType.map(substitution.fresh(), substitution.fresh())
      return require(entry, transform, type) ? type : .error
    case .optionalMap: return .optional(transform)
    case .optionalFlatMap:
      guard let result = comprehension.transform else { return .error }
      let type = CELType.optional(substitution.fresh())
      return require(result, transform, type) ? type : .error
    }
  }

  /// The types that a macro's variables take over its range.
  private struct Range {
    var key: CELType
    var element: CELType
    var isMap = false
  }

  private mutating func checkRange(_ comprehension: Comprehension) -> Range {
    let type = substitution.apply(check(comprehension.range))
    if comprehension.operation.isOptional { return optionalRange(comprehension.range, type) }
    switch type {
    case .list(let element): return Range(key: .int, element: element)
    case .map(let key, let value) where comprehension.operation != .sortBy:
      return Range(key: key, element: value, isMap: true)
    case .dyn: return Range(key: .dyn, element: .dyn)
    case .error: return Range(key: .error, element: .error)
    case .parameter:
      _ = substitution.unify(type, .dyn)
      return Range(key: .dyn, element: .dyn)
    default:
      reportMismatch(comprehension.range, type, .list(.dyn))
      return Range(key: .error, element: .error)
    }
  }

  private mutating func optionalRange(_ range: Expression, _ type: CELType) -> Range {
    let wrapped = substitution.fresh()
    return Range(key: .int, element: require(range, type, .optional(wrapped)) ? wrapped : .error)
  }

  private mutating func requireSortKey(_ key: Expression, _ type: CELType) {
    let type = substitution.apply(type)
    if case .enumeration(let name) = type {
      if declarations.schema.enumTypes[name]?.isOrdered == false {
        report(.unorderedEnum, key.range, [name])
      }
    } else if !type.isOrdered {
      report(.noMatchingOverload, key.range, ["sortBy", name(type)])
    }
  }
}

extension Comprehension.Operation {
  /// True for the macros whose range is an optional.
  var isOptional: Bool { self == .optionalMap || self == .optionalFlatMap }
}
