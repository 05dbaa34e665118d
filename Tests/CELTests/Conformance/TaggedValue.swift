import CEL
import Foundation
import JSON

/// The suite's form of values: an object with one member, the type.
enum TaggedValue {
  static func read(_ node: JSONNode) throws -> Value {
    guard let content = Array(node.members).first, let tag = content.key?.string else {
      throw ConformanceCase.Malformed(what: "a value without tag")
    }
    let text = content.text?.string ?? ""
    let value: Value? =
      switch tag {
      case "null": .null
      case "bool": content.bool.map(Value.bool)
      case "int": Int64(text).map(Value.int)
      case "uint": UInt64(text).map(Value.uint)
      case "double": Double(text).map(Value.double)
      case "string": content.text.map(Value.string)
      case "bytes": Data(base64Encoded: text).map { .bytes(Array($0)) }
      case "timestamp": (try? Timestamp(Text(text))).map(Value.timestamp)
      case "duration": (try? CELDuration(Text(text))).map(Value.duration)
      case "type": .type(TypeValue(type(named: Text(text))))
      case "list": .list(ListValue(try content.elements.map { try read($0) }))
      case "map": try map(content).map(Value.map)
      default: nil
      }
    guard let value else {
      throw ConformanceCase.Malformed(what: "a value that can't be read: \(tag) \(text)")
    }
    return value
  }

  private static func map(_ node: JSONNode) throws -> MapValue? {
    var entries: [(key: Value, value: Value)] = []
    for entry in node.elements {
      let pair = Array(entry.elements)
      guard pair.count == 2 else { return nil }
      entries.append((try read(pair[0]), try read(pair[1])))
    }
    return MapValue(entries)
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
