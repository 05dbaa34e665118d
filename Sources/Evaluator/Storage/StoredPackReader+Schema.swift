import CEL
import JSON

extension StoredPackReader {
  mutating func readSchema(_ root: JSONNode) throws(StoredPackError) -> Schema {
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
    var types: [RecordType] = []
    for node in try root.member("recordTypes").elements {
      var fields: [Field] = []
      for field in try node.member("fields").elements { fields.append(try readField(field, names, partial)) }
      types.append(
        RecordType(
          name: try node.text("recordType"), title: try node.member("title").localized(),
          key: try node.texts("key"), fields: fields))
    }
    return Schema(recordTypes: types, enumTypes: enums)
  }

  private mutating func readField(
    _ node: JSONNode, _ names: Set<Text>, _ schema: Schema
  ) throws(StoredPackError) -> Field {
    let type = try fieldType(node, names, schema)
    var value: Value?
    if let given = node["default"] { value = try storedValue(given, type, schema) }
    return Field(
      name: try node.text("name"), type: type, title: try node.member("title").localized(),
      unit: node["unit"]?.text, defaultValue: value, key: node["key"]?.text,
      isComplete: node.flag("complete", default: true), isPlanned: node.flag("planned", default: false),
      maxItems: node["maxItems"] == nil ? nil : try node.int("maxItems"),
      maxLength: node["maxLength"] == nil ? nil : try node.int("maxLength"),
      relation: try relation(node["relation"]))
  }

  private mutating func fieldType(
    _ node: JSONNode, _ names: Set<Text>, _ schema: Schema
  ) throws(StoredPackError) -> CELType {
    let text = try node.text("type")
    if let known = types[text] { return known }
    // Most are named as they are; only what has arguments needs to be taken apart.
    let type =
      if names.contains(text) { CELType.record(text) } else if schema.enumTypes[text] != nil {
        CELType.enumeration(text)
      } else { try node.type("type").resolved(records: names, schema) }
    types[text] = type
    return type
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
