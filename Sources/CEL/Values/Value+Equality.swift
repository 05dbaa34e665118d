import JSON

extension Value {
  /// Whether two values are equal, as CEL has it: a bool, an unknown or an error.
  ///
  /// Numbers compare by value across their types, values of other unlike types differ, NaN equals nothing. An
  /// unsettled operand settles the whole as in every strict function; something unknown *within* a collection
  /// only counts where no known part differs. A decimal or ratio beside a double is an error.
  public static func equality(_ left: Value, _ right: Value) -> Value {
    if let known = scalarEquality(left, right) { return .bool(known) }
    switch (left, right) {
    case (.unknown, _), (.error, _), (_, .unknown), (_, .error): return openEquality(left, right)
    case (.list(let a), .list(let b)): return equality(a, b)
    case (.map(let a), .map(let b)): return equality(a, b)
    case (.record(let a), .record(let b)): return equality(a, b)
    case (.optional(let a), .optional(let b)):
      guard let a = a.value, let b = b.value else { return .bool(a.value == nil && b.value == nil) }
      return equality(a, b)
    case (.type(let a), .type(let b)): return .bool(a.name == b.name)
    default:
      guard left.isNumber, right.isNumber else { return .bool(false) }
      switch numericOrder(left, right) {
      case .ordered(let ordering): return .bool(ordering == .equal)
      case .unordered: return .bool(false)
      case .incomparable: return .error(.noSuchOverload(Operator.equals, [left, right]))
      }
    }
  }

  /// The common cases, without a detour; nil where it takes more.
  @inline(__always)
  static func scalarEquality(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.uint(let a), .uint(let b)): a == b
    case (.double(let a), .double(let b)): a == b
    case (.decimal(let a), .decimal(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.enumeration(let a), .enumeration(let b)): a == b
    // A member and a text meet only in expressions that no checker saw.
    case (.enumeration(let a), .string(let b)): a.name == b
    case (.string(let a), .enumeration(let b)): a == b.name
    case (.bytes(let a), .bytes(let b)): a == b
    case (.timestamp(let a), .timestamp(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    case (.date(let a), .date(let b)): a == b
    case (.period(let a), .period(let b)): a == b
    case (.null, .null): true
    default: nil
    }
  }

  /// With an operand open: all that is unknown, also within what the operands are or may be.
  private static func openEquality(_ left: Value, _ right: Value) -> Value {
    let result = strict(left, right)
    guard case .unknown(let unknown) = result else { return result }
    if let known = decidedEquality(left, right) { return .bool(known) }
    var all: Unknown? = unknown
    for operand in [left, right] {
      for candidate in operand.structured { candidate.collectNotGiven(into: &all) }
    }
    return .unknown(all?.scalar ?? unknown)
  }

  /// Adds everything that a value leaves open, also the fields that its records do not give.
  private func collectNotGiven(into all: inout Unknown?) {
    switch self {
    case .record(let record):
      for slot in record.slots.indices { record.value(at: slot).collectNotGiven(into: &all) }
    case .list(let list):
      for element in list.elements { element.collectNotGiven(into: &all) }
      if let remainder = list.remainder { all.add(remainder) }
    case .map(let map):
      for value in map.values { value.collectNotGiven(into: &all) }
    case .optional(let optional): optional.value?.collectNotGiven(into: &all)
    default: all.add(self)
    }
  }

  private static func equality(_ left: ListValue, _ right: ListValue) -> Value {
    let (a, b) = (left.elements, right.elements)
    if left.isComplete, b.count > a.count { return .bool(false) }
    if right.isComplete, a.count > b.count { return .bool(false) }
    var fold = EqualityFold()
    for index in 0..<min(a.count, b.count) where fold.differs(equality(a[index], b[index])) {
      return .bool(false)
    }
    if let remainder = left.remainder { fold.add(remainder) }
    if let remainder = right.remainder { fold.add(remainder) }
    return fold.result
  }

  private static func equality(_ left: MapValue, _ right: MapValue) -> Value {
    guard left.keys.count == right.keys.count else { return .bool(false) }
    var fold = EqualityFold()
    for (place, key) in left.keys.enumerated() {
      guard let other = right[key] else { return .bool(false) }
      if fold.differs(equality(left.values[place], other)) { return .bool(false) }
    }
    return fold.result
  }

  private static func equality(_ left: RecordValue, _ right: RecordValue) -> Value {
    if left === right { return .bool(true) }
    guard left.type === right.type || left.type.name == right.type.name,
      left.slots.count == right.slots.count
    else { return .bool(false) }
    var fold = EqualityFold()
    for slot in left.slots.indices where fold.differs(equality(left.value(at: slot), right.value(at: slot))) {
      return .bool(false)
    }
    return fold.result
  }
}

/// Folds the equality of parts: one difference decides, else something unknown, else an error.
private struct EqualityFold {
  private var unknown: Unknown?
  private var error: Value?

  /// Takes the equality of one part; true where it is false, so that the whole is.
  mutating func differs(_ equality: Value) -> Bool {
    if case .bool(let equal) = equality { return !equal }
    add(equality)
    return false
  }

  mutating func add(_ part: Value) {
    switch part {
    case .unknown(let found): unknown.add(found)
    case .error: if error == nil { error = part }
    default: break
    }
  }

  var result: Value { unknown.map(Value.unknown) ?? error ?? .bool(true) }
}
