/// A JSON value that stands alone: for building, comparing and writing small ones.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as it is written; `1` and `1.0` differ.
  case number(Text)
  case string(Text)
  case array([JSONValue])
  /// Members in order, which counts in comparison.
  case object([Member])

  /// One key with its value.
  public struct Member: Hashable, Sendable {
    public var key: Text
    public var value: JSONValue

    /// A member.
    public init(_ key: Text, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONNode {
  /// The value with everything in it, copied out of the document.
  public var value: JSONValue {
    // Backwards, so that what is inside an array or object is complete before it; no recursion.
    var done: [JSONValue] = []
    for index in (index..<Int(entry.next)).reversed() {
      let node = JSONNode(document: document, index: index)
      switch node.kind {
      case .null: done.append(.null)
      case .boolean: done.append(.bool(node.bool ?? false))
      case .number: done.append(.number(node.numberText ?? Text(utf8: [])))
      case .string: done.append(.string(node.text ?? Text(utf8: [])))
      case .array:
        let elements = done.suffix(node.count).reversed()
        done.removeLast(node.count)
        done.append(.array(Array(elements)))
      case .object:
        let values = done.suffix(node.count).reversed()
        done.removeLast(node.count)
        done.append(
          .object(zip(node.members, values).map { JSONValue.Member($0.key ?? Text(utf8: []), $1) }))
      }
    }
    return done.last ?? .null
  }
}

extension JSONWriter {
  /// Writes a value with everything in it; recursion is as deep as the value.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(let text): number(text)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }
}
