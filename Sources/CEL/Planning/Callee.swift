import JSON

/// What a call knows of the functions that it may call.
struct Callee {
  let name: Text
  /// True where the functions take collections with something unknown within.
  let takesOpen: Bool
  /// True where the functions take unknown and error values too.
  let takesAll: Bool
  /// True where no result is a record or collection.
  let isScalar: Bool
  let range: SourceRange
  private let extents: [FunctionDeclaration.Extending]

  init(_ name: Text, _ functions: [FunctionDeclaration], _ range: SourceRange) {
    self.name = name
    self.range = range
    takesOpen = functions.allSatisfy { $0.traits.contains(.takesOpen) }
    takesAll = functions.allSatisfy { $0.traits.contains(.takesAll) }
    isScalar = functions.allSatisfy { $0.isScalar }
    extents = functions.compactMap { $0.extent }
  }

  /// Whether the functions can't be asked because an argument is open.
  @inline(__always)
  func isBlocked(by argument: Value) -> Bool {
    takesAll ? false : takesOpen ? argument.isUnsettled : argument.isOpen
  }

  /// The result of a call whose arguments are open, with what they tell of it.
  func open(_ arguments: [Value]) -> Value {
    let result = Value.strict(arguments, isScalar: isScalar)
    guard !extents.isEmpty, case .unknown = result else { return result }
    for extent in extents {
      if let found = extent(arguments) { return result.within(found) }
    }
    return result
  }

  func noSuchOverload(_ arguments: [Value]) -> Value {
    .error(EvaluationError.noSuchOverload(name, arguments).located(range))
  }
}

extension CELType {
  /// True where no value of the type holds other values.
  var isScalar: Bool {
    switch self {
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .decimal, .ratio, .date,
      .period, .enumeration, .type, .wrapper, .error:
      true
    case .dyn, .record, .list, .map, .optional, .opaque, .parameter: false
    }
  }
}
