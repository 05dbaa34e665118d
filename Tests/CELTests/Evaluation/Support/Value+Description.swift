import CEL
import JSON

extension Value {
  /// The value as tests write it: `true`, `3`, `67.1`, `"x"`, `[1, ?]`, `unknown(a, b)`, `error(overflow)`.
  var testText: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .int(let int): "\(int)"
    case .uint(let uint): "\(uint)u"
    case .double(let double): "\(double)d"
    case .decimal(let decimal): decimal.text.string
    case .ratio(let ratio): "\(ratio.numerator.text)/\(ratio.denominator.text)"
    case .string(let text): "\"\(text.string)\""
    case .bytes(let bytes): "\(bytes)"
    case .timestamp(let timestamp): timestamp.text.string
    case .duration(let duration): duration.text.string
    case .date(let date): date.text.string
    case .period(let period): period.text.string
    case .enumeration(let member): member.name.string
    case .list(let list):
      "[" + (list.elements.map(\.testText) + (list.isComplete ? [] : ["…"])).joined(separator: ", ") + "]"
    case .map(let map):
      "{" + zip(map.keys, map.values).map { "\($0.testText): \($1.testText)" }.joined(separator: ", ") + "}"
    case .record(let record): "record \(record.type.name)"
    case .optional(let optional): optional.value.map { "some(\($0.testText))" } ?? "none"
    case .type(let type): "type \(type.name)"
    case .unknown(let unknown): "unknown(" + unknown.paths.map(\.string).joined(separator: ", ") + ")"
    case .error(let error): "error(\(error.code))"
    }
  }
}
