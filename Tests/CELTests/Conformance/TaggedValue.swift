import CEL
import JSON

/// The suite's form of values: an object with one member, the type.
enum TaggedValue {
  typealias Malformed = ConformanceCase.Malformed

  static func read(_ node: JSONNode) throws(Malformed) -> Value {
    var members = node.members.makeIterator()
    guard let content = members.next(), let tag = content.key else {
      throw Malformed(what: "a value without tag")
    }
    guard let value = try read(content, tag, content.text ?? "") else {
      throw Malformed(what: "a value that can't be read")
    }
    return value
  }

  private static func read(_ content: JSONNode, _ tag: Text, _ text: Text) throws(Malformed) -> Value? {
    switch tag {
    case "null": return .null
    case "bool": return content.bool.map { .bool($0) }
    case "int": return Int64(text.string).map { .int($0) }
    case "uint": return UInt64(text.string).map { .uint($0) }
    case "double": return Double(decimalText: text).map { .double($0) }
    case "string": return .string(text)
    case "bytes": return base64(text).map { .bytes($0) }
    case "timestamp": return (try? Timestamp(text)).map { .timestamp($0) }
    case "duration": return (try? CELDuration(text)).map { .duration($0) }
    case "type": return .type(TypeValue(type(named: text)))
    case "list":
      var elements: [Value] = []
      for element in content.elements { elements.append(try read(element)) }
      return .list(ListValue(elements))
    case "map": return try map(content).map { .map($0) }
    default: return nil
    }
  }

  private static func map(_ node: JSONNode) throws(Malformed) -> MapValue? {
    var entries: [(key: Value, value: Value)] = []
    for entry in node.elements {
      let pair = Array(entry.elements)
      guard pair.count == 2 else { return nil }
      entries.append((try read(pair[0]), try read(pair[1])))
    }
    return MapValue(entries)
  }

  private static func base64(_ text: Text) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for character in text.utf8 where character != UInt8(ascii: "=") {
      let digit: UInt8
      switch character {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = character - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = character - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = character - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "/"): digit = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(digit)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  private static func type(named name: Text) -> CELType {
    TypeValue.named(name)?.type ?? .opaque(name, [])
  }

  /// Equality of the suite: of one type, maps in any order, NaN equal to NaN.
  static func matches(_ found: Value, _ expected: Value) -> Bool {
    switch (found, expected) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.uint(let a), .uint(let b)): a == b
    case (.double(let a), .double(let b)): a == b || a.isNaN && b.isNaN
    case (.string(let a), .string(let b)): a == b
    case (.bytes(let a), .bytes(let b)): a == b
    case (.timestamp(let a), .timestamp(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    case (.type(let a), .type(let b)): a.name == b.name
    case (.list(let a), .list(let b)):
      a.elements.count == b.elements.count && zip(a.elements, b.elements).allSatisfy(matches)
    case (.map(let a), .map(let b)):
      a.keys.count == b.keys.count
        && zip(a.keys, a.values).allSatisfy { key, value in
          b.keys.contains { matches(key, $0) } && b[key].map { matches(value, $0) } ?? false
        }
    default: false
    }
  }
}
