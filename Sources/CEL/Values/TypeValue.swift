import JSON

/// A type as a value; boxed so that `Value` stays small.
public final class TypeValue: Sendable {
  public let type: CELType

  public init(_ type: CELType) { self.type = type }

  /// The name by which types are equal: `list` for every list, `google.protobuf.Timestamp` for timestamps.
  public var name: Text {
    switch type {
    case .dyn: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .decimal: "decimal"
    case .ratio: "ratio"
    case .date: "date"
    case .period: "period"
    case .enumeration(let name), .record(let name), .opaque(let name, _), .parameter(let name): name
    case .list: "list"
    case .map: "map"
    case .optional: "optional_type"
    case .type: "type"
    case .wrapper(let wrapped): TypeValue(wrapped).name
    case .error: "error"
    }
  }

  /// The type that a name in an expression stands for, of those that the language itself names.
  public static func named(_ name: Text) -> TypeValue? {
    for type in TypeValue.builtIn {
      let value = TypeValue(type)
      if value.name == name { return value }
    }
    return nil
  }

  private static let builtIn: [CELType] = [
    .bool, .int, .uint, .double, .string, .bytes, .null, .list(.dyn), .map(.dyn, .dyn), .type(.dyn),
    .timestamp, .duration, .optional(.dyn), .decimal, .ratio, .date, .period,
  ]
}
