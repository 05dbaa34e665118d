import JSON

/// Conversions between types; what the target type can't hold is an error.
extension StandardLibrary {
  static let conversions: [FunctionDeclaration] = [
    conversion(
      "bool", .bool, [("bool_to_bool", .bool), ("string_to_bool", .string)]
    ) { bool($0) },
    conversion(
      "int", .int,
      [
        ("int64_to_int64", .int), ("uint64_to_int64", .uint), ("double_to_int64", .double),
        ("string_to_int64", .string), ("timestamp_to_int64", .timestamp),
      ]
    ) { int($0) },
    conversion(
      "uint", .uint,
      [
        ("uint64_to_uint64", .uint), ("int64_to_uint64", .int), ("double_to_uint64", .double),
        ("string_to_uint64", .string),
      ]
    ) { uint($0) },
    conversion(
      "double", .double,
      [
        ("double_to_double", .double), ("int64_to_double", .int), ("uint64_to_double", .uint),
        ("string_to_double", .string),
      ]
    ) { double($0) },
    conversion(
      "string", .string,
      [
        ("string_to_string", .string), ("bool_to_string", .bool), ("int64_to_string", .int),
        ("uint64_to_string", .uint), ("double_to_string", .double), ("bytes_to_string", .bytes),
        ("timestamp_to_string", .timestamp), ("duration_to_string", .duration),
      ]
    ) { string($0) },
    conversion(
      "bytes", .bytes, [("bytes_to_bytes", .bytes), ("string_to_bytes", .string)]
    ) { bytes($0) },
    conversion(
      "timestamp", .timestamp,
      [
        ("timestamp_to_timestamp", .timestamp), ("string_to_timestamp", .string),
        ("int64_to_timestamp", .int),
      ]
    ) { timestamp($0) },
    conversion(
      "duration", .duration,
      [("duration_to_duration", .duration), ("string_to_duration", .string)]
    ) { duration($0) },
  ]

  private static func conversion(
    _ name: Text, _ result: CELType, _ sources: [(id: Text, type: CELType)],
    _ convert: @escaping @Sendable (Value) -> Value?
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, sources.map { Overload($0.id, [$0.type], result) }, .unary { value, _ in convert(value) })
  }

  private static func bool(_ value: Value) -> Value? {
    switch value {
    case .bool: value
    case .string("1"), .string("t"), .string("T"), .string("true"), .string("TRUE"), .string("True"):
      .bool(true)
    case .string("0"), .string("f"), .string("F"), .string("false"), .string("FALSE"), .string("False"):
      .bool(false)
    case .string(let text): .unconvertible(text, "bool")
    default: nil
    }
  }

  private static func string(_ value: Value) -> Value? {
    switch value {
    case .string: value
    case .bool(let bool): .string(bool ? "true" : "false")
    case .int(let int): .string(Text(integer: int))
    case .uint(let uint): .string(Text(decimal: uint))
    case .double(let double): .string(double.shortestText)
    case .bytes(let bytes):
      String(validating: bytes, as: UTF8.self) == nil
        ? .error(EvaluationError(.invalidConversion, ["bytes", "string"])) : .string(Text(utf8: bytes))
    case .timestamp(let timestamp): .string(timestamp.text)
    case .duration(let duration): .string(duration.text)
    default: nil
    }
  }

  private static func bytes(_ value: Value) -> Value? {
    switch value {
    case .bytes: value
    case .string(let text): .bytes(text.utf8)
    default: nil
    }
  }

  private static func timestamp(_ value: Value) -> Value? {
    switch value {
    case .timestamp: value
    case .string(let text): (try? Timestamp(text)).map(Value.timestamp) ?? .unconvertible(text, "timestamp")
    case .int(let seconds): Timestamp(seconds: seconds).map(Value.timestamp) ?? .outOfRange(value)
    default: nil
    }
  }

  private static func duration(_ value: Value) -> Value? {
    switch value {
    case .duration: value
    case .string(let text): (try? CELDuration(text)).map(Value.duration) ?? .unconvertible(text, "duration")
    default: nil
    }
  }
}

extension Value {
  static func unconvertible(_ text: Text, _ type: Text) -> Value {
    .error(EvaluationError(.invalidConversion, [text, type]))
  }

  static func outOfRange(_ value: Value) -> Value {
    .error(EvaluationError(.rangeError, [value.debugText]))
  }
}
