import JSON

/// `+ - * / %` and negation; a result outside its type is an error.
extension StandardLibrary {
  private static let element = CELType.parameter("A")

  static let arithmetic: [FunctionDeclaration] = [
    FunctionDeclaration(
      Operator.add,
      numeric("add") + [
        Overload("add_string", [.string, .string], .string),
        Overload("add_bytes", [.bytes, .bytes], .bytes),
        Overload("add_list", [.list(element), .list(element)], .list(element)),
        Overload("add_timestamp_duration", [.timestamp, .duration], .timestamp),
        Overload("add_duration_timestamp", [.duration, .timestamp], .timestamp),
        Overload("add_duration_duration", [.duration, .duration], .duration),
      ], traits: .takesOpen, extent: { joined($0[0], $0[1]) }, .binary { left, right, _ in add(left, right) }),
    FunctionDeclaration(
      Operator.subtract,
      numeric("subtract") + [
        Overload("subtract_timestamp_timestamp", [.timestamp, .timestamp], .duration),
        Overload("subtract_timestamp_duration", [.timestamp, .duration], .timestamp),
        Overload("subtract_duration_duration", [.duration, .duration], .duration),
      ], .binary { left, right, _ in subtract(left, right) }),
    FunctionDeclaration(Operator.multiply, numeric("multiply"), .binary { a, b, _ in multiply(a, b) }),
    FunctionDeclaration(Operator.divide, numeric("divide"), .binary { a, b, _ in divide(a, b) }),
    FunctionDeclaration(
      Operator.modulo,
      [
        Overload("modulo_int64", [.int, .int], .int), Overload("modulo_uint64", [.uint, .uint], .uint),
      ], .binary { left, right, _ in modulo(left, right) }),
    FunctionDeclaration(
      Operator.negate,
      [
        Overload("negate_int64", [.int], .int), Overload("negate_double", [.double], .double),
      ], .unary { value, _ in negate(value) }),
  ]

  private static func numeric(_ stem: Text) -> [Overload] {
    [
      Overload(stem + "_int64", [.int, .int], .int), Overload(stem + "_uint64", [.uint, .uint], .uint),
      Overload(stem + "_double", [.double, .double], .double),
    ]
  }

  private static func add(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.int(let a), .int(let b)): .checked(a.addingReportingOverflow(b), Operator.add)
    case (.uint(let a), .uint(let b)): .checked(a.addingReportingOverflow(b), Operator.add)
    case (.double(let a), .double(let b)): .double(a + b)
    case (.string(let a), .string(let b)): .string(a + b)
    case (.bytes(let a), .bytes(let b)): .bytes(a + b)
    case (.list(let a), .list(let b)): joined(a, b)
    case (.timestamp(let a), .duration(let b)), (.duration(let b), .timestamp(let a)):
      .timestamp(try? a + b, Operator.add)
    case (.duration(let a), .duration(let b)):
      .duration(try? a + b, Operator.add)
    default: nil
    }
  }

  /// Of open lists, all elements in their order.
  private static func joined(_ left: Value, _ right: Value) -> Extent? {
    guard let first = OpenList(left), let second = OpenList(right) else { return nil }
    var joined = OpenList(
      first.elements + second.elements, isComplete: first.isComplete && second.isComplete)
    joined.floor = first.least + second.least
    return .list(joined)
  }

  /// Where a list may get further elements, so that those of the other have no certain place, all is open.
  private static func joined(_ left: ListValue, _ right: ListValue) -> Value {
    if left.isComplete, right.isComplete { return .list(ListValue(left.elements + right.elements)) }
    return .strict(.list(left), .list(right))
  }

  private static func subtract(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.int(let a), .int(let b)): .checked(a.subtractingReportingOverflow(b), Operator.subtract)
    case (.uint(let a), .uint(let b)): .checked(a.subtractingReportingOverflow(b), Operator.subtract)
    case (.double(let a), .double(let b)): .double(a - b)
    case (.timestamp(let a), .timestamp(let b)): .duration(try? a - b, Operator.subtract)
    case (.timestamp(let a), .duration(let b)): .timestamp(try? a - b, Operator.subtract)
    case (.duration(let a), .duration(let b)): .duration(try? a - b, Operator.subtract)
    default: nil
    }
  }

  private static func multiply(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.int(let a), .int(let b)): .checked(a.multipliedReportingOverflow(by: b), Operator.multiply)
    case (.uint(let a), .uint(let b)): .checked(a.multipliedReportingOverflow(by: b), Operator.multiply)
    case (.double(let a), .double(let b)): .double(a * b)
    default: nil
    }
  }

  private static func divide(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.int, .int(0)), (.uint, .uint(0)): .error(EvaluationError(.divisionByZero))
    case (.int(let a), .int(let b)): .checked(a.dividedReportingOverflow(by: b), Operator.divide)
    case (.uint(let a), .uint(let b)): .uint(a / b)
    case (.double(let a), .double(let b)): .double(a / b)
    default: nil
    }
  }

  private static func modulo(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.int, .int(0)), (.uint, .uint(0)): .error(EvaluationError(.moduloByZero))
    case (.int(let a), .int(let b)): .checked(a.remainderReportingOverflow(dividingBy: b), Operator.modulo)
    case (.uint(let a), .uint(let b)): .uint(a % b)
    default: nil
    }
  }

  /// `/` or `%` of integers.
  static func quotient(_ operation: Text, _ left: Value, _ right: Value) -> Value? {
    operation == Operator.divide ? divide(left, right) : modulo(left, right)
  }

  private static func negate(_ value: Value) -> Value? {
    switch value {
    case .int(let int): .checked(Int64(0).subtractingReportingOverflow(int), Operator.negate)
    case .double(let double): .double(-double)
    default: nil
    }
  }
}

extension Value {
  static func overflow(_ operation: Text) -> Value { .error(EvaluationError(.overflow, [operation])) }

  static func checked(_ result: (partialValue: Int64, overflow: Bool), _ operation: Text) -> Value {
    result.overflow ? overflow(operation) : .int(result.partialValue)
  }

  /// Nil: the result is outside the range of its type.
  static func timestamp(_ result: Timestamp?, _ operation: Text) -> Value {
    result.map(Value.timestamp) ?? overflow(operation)
  }

  static func duration(_ result: CELDuration?, _ operation: Text) -> Value {
    result.map(Value.duration) ?? overflow(operation)
  }

  static func checked(_ result: (partialValue: UInt64, overflow: Bool), _ operation: Text) -> Value {
    result.overflow ? overflow(operation) : .uint(result.partialValue)
  }
}
