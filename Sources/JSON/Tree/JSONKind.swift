/// What a JSON value is.
public enum JSONKind: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  case null, boolean, number, string, array, object
}

extension JSONKind {
  /// As the JSON specification calls it.
  public var name: Text {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
