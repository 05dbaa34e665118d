import CEL
import JSON

extension Value {
  /// Neither unknown nor an error.
  var isKnown: Bool {
    switch self {
    case .unknown, .error: false
    default: true
    }
  }

  /// The number that it is; nil for anything else.
  var number: Decimal? {
    switch self {
    case .int(let int): Decimal(int)
    case .uint(let uint): Decimal(uint)
    case .decimal(let decimal): decimal
    case .ratio(let ratio): try? ratio.decimal()
    default: nil
    }
  }

  /// The name that a text or a member of an enum is.
  var name: Text? {
    switch self {
    case .string(let text): text
    case .enumeration(let member): member.name
    default: nil
    }
  }

  /// True for texts and members of one name.
  func isSame(as other: Value) -> Bool { name != nil && name == other.name }

  /// As a record writes it in a field of a type; nil where it does not fit.
  func json(as type: CELType) -> JSONValue? {
    switch (type, self) {
    case (.bool, .bool(let bool)): return .bool(bool)
    case (.int, _):
      guard let int = number?.int64 else { return nil }
      return .number(Text("\(int)"))
    case (.decimal, _):
      guard let number, number.magnitude < Decimal(1_000_000_000 as Int64) else { return nil }
      return .number(number.rounded(.halfUp, places: min(number.scale, 9)).normalized.text)
    case (.string, _), (.enumeration, _): return name.map(JSONValue.string)
    case (.date, .date(let day)): return .string(day.text)
    case (.period, .period(let period)): return .string(period.text)
    case (.timestamp, .timestamp(let timestamp)): return .string(timestamp.text)
    case (.timestamp, .date(let day)): return .string(day.text + "T00:00:00Z")
    case (.list(let element), .list(let list)):
      let elements = list.elements.compactMap { $0.json(as: element) }
      return elements.count == list.elements.count ? .array(elements) : nil
    default: return nil
    }
  }
}
