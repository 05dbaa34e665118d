import CEL
import JSON

extension StoredPackReader {
  func readSchema(_ root: JSONNode) throws(StoredPackError) -> Schema {
    var enums: [EnumType] = []
    for node in try root.member("enums").elements {
      var titles: [LocalizedText?] = []
      for title in try node.member("titles").elements {
        titles.append(title.isNull ? nil : try title.localized())
      }
      enums.append(
        EnumType(
          name: try node.text("enum"), members: try node.texts("members"), titles: titles,
          isOrdered: node.flag("ordered", default: false)))
    }
    // Defaults name enum members, and types name one another, so names are known before the fields are read.
    let partial = Schema(enumTypes: enums)
    var names: Set<Text> = []
    for node in try root.member("recordTypes").elements { names.insert(try node.text("recordType")) }
    var types: [CELType] = []
    for node in try root.member("types").elements { types.append(try fieldType(node, names, partial)) }
    var records: [RecordType] = []
    for node in try root.member("recordTypes").elements {
      var fields: [Field] = []
      for field in try node.member("fields").elements { fields.append(try readField(field, types, partial)) }
      records.append(
        RecordType(
          name: try node.text("recordType"), title: try node.member("title").localized(),
          key: try node.texts("key"), fields: fields))
    }
    return Schema(recordTypes: records, enumTypes: enums)
  }

  private func readField(
    _ node: JSONNode, _ types: [CELType], _ schema: Schema
  ) throws(StoredPackError) -> Field {
    var parts = node.elements.makeIterator()
    guard let name = parts.next()?.text, let place = parts.next(), let title = try parts.next()?.localized()
    else { throw node.failure("fields") }
    let type = types[try self.place(place, types.count)]
    guard let more = parts.next() else { return Field(name: name, type: type, title: title) }
    var value: Value?
    if let given = more["default"] { value = try storedValue(given, type, schema) }
    return Field(
      name: name, type: type, title: title, unit: more["unit"]?.text, defaultValue: value,
      key: more["key"]?.text, isComplete: more.flag("complete", default: true),
      isPlanned: more.flag("planned", default: false),
      maxItems: more["maxItems"] == nil ? nil : try more.int("maxItems"),
      maxLength: more["maxLength"] == nil ? nil : try more.int("maxLength"),
      relation: try relation(more["relation"]))
  }

  private func fieldType(
    _ node: JSONNode, _ names: Set<Text>, _ schema: Schema
  ) throws(StoredPackError) -> CELType {
    guard let text = node.text else { throw node.failure("types") }
    // Most are named as they are; only what has arguments needs to be taken apart.
    if names.contains(text) { return .record(text) }
    if schema.enumTypes[text] != nil { return .enumeration(text) }
    guard let type = CELType(text: text) else { throw node.failure("types") }
    return type.resolved(records: names, schema)
  }

  private func relation(_ node: JSONNode?) throws(StoredPackError) -> Relation? {
    guard let node else { return nil }
    return Relation(
      target: try node.text("to"), isMany: node.flag("many", default: false), by: try node.texts("by"),
      key: try node.texts("key"))
  }

  func parameter(_ node: JSONNode) throws(StoredPackError) -> Parameter {
    let type = try node.type("type").resolved(records: [], schema)
    var values: [Parameter.DatedValue] = []
    for dated in try node.member("values").elements {
      values.append(
        Parameter.DatedValue(
          span: try dated.span("span"), value: try storedValue(try dated.member("value"), type, schema)))
    }
    var override: Value?
    if let given = node["override"] { override = try storedValue(given, type, schema) }
    return Parameter(
      name: try node.text("name"), title: try node.member("title").localized(), type: type,
      unit: node["unit"]?.text, setBy: try node.text("setBy"), values: values, override: override)
  }

  /// A value by its declared type, read as a record's would be.
  private func storedValue(
    _ node: JSONNode, _ type: CELType, _ schema: Schema
  ) throws(StoredPackError) -> Value {
    var pass = RecordBinder.Pass(binder: RecordBinder(schema: schema, asOf: nil))
    guard let value = pass.value(node, of: type, at: .root), pass.defects.isEmpty else {
      throw node.failure("value")
    }
    return value
  }
}

extension CELType {
  /// The type with names that a text form leaves open taken as those of enums and record types.
  fileprivate func resolved(records: Set<Text>, _ schema: Schema) -> CELType {
    switch self {
    case .opaque(let name, []) where schema.enumTypes[name] != nil: .enumeration(name)
    case .opaque(let name, []) where records.contains(name): .record(name)
    case .list(let element): .list(element.resolved(records: records, schema))
    case .map(let key, let element): .map(key, element.resolved(records: records, schema))
    default: self
    }
  }
}
