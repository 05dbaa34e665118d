import CEL
import JSON

extension RecordBinder {
  /// A JSON value without declared type, as plain CEL sees it: whole numbers are ints, others doubles.
  public static func plainValue(_ node: JSONNode) -> Value? {
    var pass = Pass(binder: RecordBinder(schema: Schema(), asOf: nil))
    return pass.dynamic(node)
  }
}

extension RecordBinder.Pass {
  /// A list; elements that are not given stay unknown at their place.
  mutating func list(_ node: JSONNode, of type: CELType, field: Field?, at path: Path) -> Value? {
    if let limit = field?.maxItems, node.count > limit {
      reject(.tooManyItems, node, path, [Text("\(node.count)"), Text("\(limit)")])
      return nil
    }
    let key = field?.key
    var elements: [Value] = []
    elements.reserveCapacity(node.count)
    var items: [Text: Int] = [:]
    for (index, element) in node.elements.enumerated() {
      var place = path.appending(.index(index))
      if let key, let name = element[key].flatMap(keyText) {
        place = path.appending(.key(name))
        if items[name] != nil {
          reject(.duplicateItem, element, path.appending(.index(index)), [name, place.text])
          continue
        }
        items[name] = elements.count
      }
      elements.append(value(element, of: type, at: place) ?? .unknown(Unknown(place)))
    }
    return .list(
      ListValue(elements, path: path, items: key == nil ? nil : items, isComplete: field?.isComplete ?? true))
  }

  private func keyText(_ node: JSONNode) -> Text? {
    node.text ?? node.int64.map { Text("\($0)") }
  }

  mutating func map(_ node: JSONNode, of type: CELType, at path: Path) -> Value? {
    let entries = node.members.map { member in
      let key = member.key ?? ""
      let place = path.appending(.key(key))
      return (key: Value.string(key), value: value(member, of: type, at: place) ?? .unknown(Unknown(place)))
    }
    return MapValue(entries).map(Value.map)
  }

  /// A value without declared type, as plain CEL sees JSON: whole numbers are ints, others decimals.
  mutating func dynamic(_ node: JSONNode) -> Value? {
    switch node.kind {
    case .null: return .null
    case .boolean: return node.bool.map(Value.bool)
    case .string: return node.text.map(Value.string)
    case .number:
      if let int = node.int64 { return .int(int) }
      return Double(decimalText: node.numberText ?? "").map(Value.double)
    case .array: return .list(ListValue(node.elements.compactMap { dynamic($0) }))
    case .object:
      let entries = node.members.compactMap { member in
        dynamic(member).map { (key: Value.string(member.key ?? ""), value: $0) }
      }
      return MapValue(entries).map(Value.map)
    }
  }
}
