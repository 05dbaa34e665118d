import CEL
import JSON

extension JSONWriter {
  mutating func enumType(_ type: EnumType) {
    member("enum", type.name)
    member("ordered", bool: type.isOrdered)
    key("members")
    texts(type.members)
    key("titles")
    beginArray()
    for title in type.titles {
      if let title { localized(title) } else { null() }
    }
    endArray()
  }

  mutating func recordType(_ type: RecordType, _ types: StoredTypes) {
    member("recordType", type.name)
    member("title", type.title)
    key("key")
    texts(type.key)
    key("fields")
    beginArray()
    for field in type.fields { self.field(field, types) }
    endArray()
  }

  /// Name, type by place in the pack's list and title; then what only some fields have.
  private mutating func field(_ field: Field, _ types: StoredTypes) {
    beginArray()
    string(field.name)
    int(types.place(of: field.type))
    localized(field.title)
    if field.hasMore {
      beginObject()
      member("unit", ifPresent: field.unit)
      if let value = field.defaultValue {
        key("default")
        stored(value)
      }
      member("key", ifPresent: field.key)
      if !field.isComplete { member("complete", bool: false) }
      if field.isPlanned { member("planned", bool: true) }
      if let count = field.maxItems { member("maxItems", int: Int64(count)) }
      if let length = field.maxLength { member("maxLength", int: Int64(length)) }
      if let relation = field.relation { self.relation(relation) }
      endObject()
    }
    endArray()
  }

  private mutating func relation(_ relation: Relation) {
    key("relation")
    beginObject()
    member("to", relation.target)
    if relation.isMany { member("many", bool: true) }
    key("by")
    texts(relation.by)
    key("key")
    texts(relation.key)
    endObject()
  }

  mutating func source(_ source: CompiledPack.Source) {
    member("key", source.key)
    member("title", source.title)
    member("issuer", ifPresent: source.issuer)
    member("number", ifPresent: source.number)
    member("issued", ifPresent: source.issued)
  }

  mutating func parameter(_ parameter: Parameter) {
    member("name", parameter.name)
    member("title", parameter.title)
    member("type", parameter.type.text)
    member("unit", ifPresent: parameter.unit)
    member("setBy", parameter.setBy)
    members("values", parameter.values) { writer, dated in
      writer.member("span", dated.span)
      writer.key("value")
      writer.stored(dated.value)
    }
    if let override = parameter.override {
      key("override")
      stored(override)
    }
  }

  /// A value of a default or parameter; `StoredValue` reads it back by the declared type.
  mutating func stored(_ value: Value) {
    switch value {
    case .bool(let bool): self.bool(bool)
    case .int(let int): self.int(int)
    case .decimal(let decimal): number(decimal.text)
    case .string(let text): string(text)
    case .date(let date): string(date.text)
    case .period(let period): string(period.text)
    case .timestamp(let timestamp): string(timestamp.text)
    case .enumeration(let member): string(member.name)
    case .list(let list):
      beginArray()
      for element in list.elements { stored(element) }
      endArray()
    default: null()
    }
  }
}

extension Field {
  /// False where it is told by name, type and title.
  fileprivate var hasMore: Bool {
    unit != nil || defaultValue != nil || key != nil || !isComplete || isPlanned || maxItems != nil
      || maxLength != nil || relation != nil
  }
}
