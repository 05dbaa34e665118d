import CEL
import JSON

/// What a kind takes where it takes an expression.
public enum TermType: Sendable {
  /// An exact number: int, uint, decimal or ratio.
  case number
  /// A whole number of type int.
  case integer
  case boolean
  case text
  case date
  case period
  case dateOrPeriod
  case list
  /// Anything that has an equal: no list, map or record.
  case scalar
  /// The same, or a list of such.
  case scalars
  case any

  func admits(_ type: CELType) -> Bool {
    switch type {
    case .dyn, .error: return true
    default: break
    }
    switch (self, type) {
    case (.any, _), (.list, .list), (.boolean, .bool), (.text, .string), (.date, .date): return true
    case (.integer, .int): return true
    case (.period, .period), (.dateOrPeriod, .date), (.dateOrPeriod, .period): return true
    case (.number, .int), (.number, .uint), (.number, .decimal), (.number, .ratio): return true
    case (.scalar, .list), (.scalar, .map), (.scalar, .record), (.scalar, .optional), (.scalar, .type):
      return false
    case (.scalar, _): return true
    case (.scalars, .list(let element)): return TermType.scalar.admits(element)
    case (.scalars, _): return TermType.scalar.admits(type)
    default: return false
    }
  }

  /// For messages.
  var expected: Text {
    switch self {
    case .number: "int, decimal, ratio"
    case .integer: "int"
    case .boolean: "bool"
    case .text: "string"
    case .date: "date"
    case .period: "period"
    case .dateOrPeriod: "date, period"
    case .list: "list"
    case .scalar: "scalar"
    case .scalars: "scalar, list"
    case .any: "any"
    }
  }
}
