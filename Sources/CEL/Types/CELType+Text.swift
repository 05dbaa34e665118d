import JSON

extension CELType: CustomStringConvertible {
  /// The type as diagnostics and the conformance suite write it: `list(int)`, `map(string, dyn)`,
  /// `optional_type(int)`, `wrapper(int)`, `type(int)`, `param(T)`; enums and records by name.
  public var text: Text {
    var text = name
    let arguments = self.arguments
    guard !arguments.isEmpty else { return text }
    text += "("
    for (index, argument) in arguments.enumerated() {
      if index > 0 { text += ", " }
      text += argument.text
    }
    text += ")"
    return text
  }

  public var description: String { text.string }

  /// The name before the parentheses.
  var name: Text {
    switch self {
    case .dyn: "dyn"
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .decimal: "decimal"
    case .ratio: "ratio"
    case .date: "date"
    case .period: "period"
    case .enumeration(let name), .record(let name): name
    case .list: "list"
    case .map: "map"
    case .optional: "optional_type"
    case .type: "type"
    case .wrapper: "wrapper"
    case .opaque(let name, _): name
    case .parameter(let name): "param(" + name + ")"
    case .error: "error"
    }
  }

  /// True where one of `arguments` meets a condition; makes no array of them.
  func hasArgument(where isMet: (CELType) -> Bool) -> Bool {
    switch self {
    case .list(let element), .optional(let element), .type(let element), .wrapper(let element): isMet(element)
    case .map(let key, let value): isMet(key) || isMet(value)
    case .opaque(_, let arguments): arguments.contains(where: isMet)
    default: false
    }
  }

  /// True where a type parameter occurs.
  var isGeneric: Bool {
    if case .parameter = self { return true }
    return hasArgument { $0.isGeneric }
  }

  /// The types within the parentheses, in order; empty for a type without.
  var arguments: [CELType] {
    switch self {
    case .list(let element), .optional(let element), .type(let element), .wrapper(let element): [element]
    case .map(let key, let value): [key, value]
    case .opaque(_, let arguments): arguments
    default: []
    }
  }
}
