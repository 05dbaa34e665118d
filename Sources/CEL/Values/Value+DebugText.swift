import JSON

extension Value {
  /// A short form of a scalar for the arguments of an error; the type of anything else.
  var debugText: Text {
    switch self {
    case .bool(let bool): bool ? "true" : "false"
    case .int(let int): Text("\(int)")
    case .uint(let uint): Text("\(uint)")
    case .string(let text): text
    case .enumeration(let member): member.name
    default: TypeValue(type).name
    }
  }
}
