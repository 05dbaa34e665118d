import JSON

extension ValueShape {
  /// What could stand here, in the words of JSON; alternatives joined by `|`.
  var expected: Text {
    switch self {
    case .text, .name, .id: "string"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .date: "date"
    case .period: "period"
    case .expression: "expression"
    case .numberOrExpression: "number|expression"
    case .oneOf: "string"
    case .localized: "{vi, en}"
    case .array(let element, _): "array of " + element.expected
    case .object(let shape): shape.name
    case .dictionary: "object"
    case .either(let shapes): Text(shapes.map(\.expected.string).joined(separator: "|"))
    case .recursive(let shape): shape().expected
    case .any: "value"
    }
  }

  /// True where a value is of a JSON kind that the shape can have.
  public func admits(_ node: JSONNode) -> Bool { admits(node.kind) }

  /// The JSON kinds by which an alternative is chosen.
  func admits(_ kind: JSONKind) -> Bool {
    switch self {
    case .text, .name, .id, .date, .period, .expression, .oneOf: kind == .string
    case .boolean: kind == .boolean
    case .integer, .number: kind == .number
    case .numberOrExpression: kind == .number || kind == .string
    case .localized, .object, .dictionary: kind == .object
    case .array: kind == .array
    case .either(let shapes): shapes.contains { $0.admits(kind) }
    case .recursive(let shape): shape().admits(kind)
    case .any: true
    }
  }

  /// True where a number in quotes is a likely slip.
  var isNumber: Bool {
    switch self {
    case .integer, .number: true
    default: false
    }
  }
}
