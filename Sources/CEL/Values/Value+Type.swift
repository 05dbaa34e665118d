import JSON

extension Value {
  /// The run-time type; parameters of lists, maps and optionals are `dyn`.
  ///
  /// An unknown has type `dyn`, an error the type of errors.
  public var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .decimal: .decimal
    case .ratio: .ratio
    case .string: .string
    case .bytes: .bytes
    case .timestamp: .timestamp
    case .duration: .duration
    case .date: .date
    case .period: .period
    case .enumeration(let member): .enumeration(member.type.name)
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .record(let record): .record(record.type.name)
    case .optional: .optional(.dyn)
    case .type: .type(.dyn)
    case .unknown: .dyn
    case .error: .error
    }
  }
}
