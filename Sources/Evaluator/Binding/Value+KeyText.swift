import CEL
import JSON

extension Value {
  /// What the value is called where it names a record or a group; nil for what has no such name, and what is not known.
  public var keyText: Text? {
    switch self {
    case .string(let text): text
    case .int(let int): Text("\(int)")
    case .bool(let flag): flag ? "true" : "false"
    case .date(let date): date.text
    case .period(let period): period.text
    case .enumeration(let member): member.name
    case .decimal(let decimal): decimal.text
    default: nil
    }
  }
}
