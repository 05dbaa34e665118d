extension Value {
  /// True where the value is unknown, an error, or a collection with something unknown within.
  var isOpen: Bool {
    switch self {
    case .unknown, .error: true
    case .list(let list): list.isOpen
    case .map(let map): map.isOpen
    case .optional(let optional): optional.value?.isOpen ?? false
    default: false
    }
  }

  /// True where the value itself is unknown or an error; a collection is settled whatever it holds.
  var isUnsettled: Bool {
    switch self {
    case .unknown, .error: true
    default: false
    }
  }

  /// Everything unknown within the value, at any depth; nil where nothing is.
  ///
  /// Linear in the open parts of the value.
  public var unknowns: Unknown? {
    guard isOpen else { return nil }
    var all: Unknown?
    collectUnknowns(into: &all)
    return all
  }

  private func collectUnknowns(into all: inout Unknown?) {
    switch self {
    case .unknown(let unknown): all.add(unknown)
    case .list(let list) where list.isOpen:
      for element in list.elements { element.collectUnknowns(into: &all) }
      if let remainder = list.remainder { remainder.collectUnknowns(into: &all) }
    case .map(let map) where map.isOpen:
      for value in map.values { value.collectUnknowns(into: &all) }
    case .optional(let optional): optional.value?.collectUnknowns(into: &all)
    default: break
    }
  }

  /// What a strict operation gives where an operand is unsettled: the first error, else all that is unknown.
  ///
  /// Open collections among the operands add what they hold, because a known index, say, would reveal it.
  /// - Parameter isScalar: false where the result may be a record or collection made of the operands.
  static func strict(_ operands: Value..., isScalar: Bool = true) -> Value {
    strict(operands, isScalar: isScalar)
  }

  static func strict(_ operands: [Value], isScalar: Bool = true) -> Value {
    var all: Unknown?
    for operand in operands {
      if case .error = operand { return operand }
      operand.collectUnknowns(into: &all)
    }
    // No operand is open only where no caller should come; the first one then is as good as any.
    guard let all else { return operands.first ?? .null }
    return .unknown(isScalar ? all.scalar : all.with(candidates: operands))
  }
}

extension Unknown? {
  /// Adds the paths of another unknown.
  mutating func add(_ unknown: Unknown) { self = self?.union(unknown) ?? unknown.bare }

  /// Adds everything unknown within a value.
  mutating func add(_ value: Value) {
    if let unknown = value.unknowns { add(unknown) }
  }
}
