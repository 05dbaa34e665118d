import JSON

/// A key of a map in the form in which equal keys are identical.
enum MapKey: Hashable {
  case bool(Bool)
  case int(Int64)
  /// Only above the range of `Int64`.
  case uint(UInt64)
  case string(Text)

  init?(_ value: Value) {
    switch value {
    case .bool(let bool): self = .bool(bool)
    case .int(let int): self = .int(int)
    case .uint(let uint): self = Int64(exactly: uint).map(MapKey.int) ?? .uint(uint)
    case .string(let text): self = .string(text)
    case .enumeration(let member): self = .string(member.name)
    default: return nil
    }
  }

  /// Also admits a double or decimal of whole value, which may look up but not be a key.
  init?(lookingUp value: Value) {
    switch value {
    case .double(let double):
      if let int = Int64(exactly: double) {
        self = .int(int)
      } else if let uint = UInt64(exactly: double) {
        self = .uint(uint)
      } else {
        return nil
      }
    case .decimal(let decimal):
      if let int = decimal.int64 {
        self = .int(int)
      } else if let uint = decimal.uint64 {
        self = .uint(uint)
      } else {
        return nil
      }
    default: self.init(value)
    }
  }
}
