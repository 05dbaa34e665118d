import CEL
import JSON

/// Collects the `$defs` of one JSON Schema while shapes are turned into schemas.
struct SchemaDefinitions {
  private let kinds: [KindDescription]
  private var definitions: [Text: JSONValue] = [:]

  init(kinds: [KindDescription]) { self.kinds = kinds }

  /// Sorted by name.
  var members: [JSONValue.Member] {
    definitions.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value) }
  }

  /// The reference to a shape, which is defined once however often it stands, also inside itself.
  mutating func reference(to shape: ObjectShape) -> JSONValue {
    let name = Self.definitionName(shape.name)
    if definitions[name] == nil {
      definitions[name] = .null
      definitions[name] = definition(shape)
    }
    return .string("#/$defs/" + name)
  }

  private mutating func definition(_ shape: ObjectShape) -> JSONValue {
    var properties: [JSONValue.Member] = []
    for member in shape.members {
      properties.append(.init(member.name, described(schema(member, of: shape), member.doc)))
    }
    var schema: [JSONValue.Member] = [
      .init("description", .string(Self.text(shape.doc))), .init("type", .string("object")),
      .init("properties", .object(properties)), .init("additionalProperties", .bool(false)),
    ]
    let required = shape.members.filter(\.isRequired).map { JSONValue.string($0.name) }
    if !required.isEmpty { schema.append(.init("required", .array(required))) }
    if !shape.choices.isEmpty { schema.append(.init("allOf", .array(shape.choices.map(Self.schema)))) }
    return .object(schema)
  }

  /// Rules have the members of their kind, which the shape of a file leaves open.
  private mutating func schema(_ member: ObjectShape.Member, of shape: ObjectShape) -> [JSONValue.Member] {
    guard shape.name == RuleFileForm.shape.name, member.name == "rules" else { return schema(member.value) }
    return [.init("type", .string("array")), .init("items", rule())]
  }

  private mutating func rule() -> JSONValue {
    var cases: [JSONValue] = []
    for kind in kinds {
      let members = kind.ruleShape
      let shape = ObjectShape(
        "rule of kind " + kind.name, doc: kind.doc, members: members.members, choices: members.choices)
      let condition = JSONValue.object([
        .init("properties", .object([.init("kind", .object([.init("const", .string(kind.name))]))]))
      ])
      cases.append(
        .object([.init("if", condition), .init("then", .object([.init("$ref", reference(to: shape))]))]))
    }
    // The names are there for completion; a template of the file's own pack has another.
    let known = JSONValue.object([.init("enum", .array(kinds.map { JSONValue.string($0.name) }))])
    let template = JSONValue.object([.init("pattern", .string(NameForm.name.pattern))])
    return .object([
      .init("type", .string("object")), .init("required", .array([.string("kind")])),
      .init(
        "properties",
        .object([
          .init("kind", .object([.init("anyOf", .array([known, template]))]))
        ])), .init("allOf", .array(cases)),
    ])
  }

  /// The keywords of a value.
  private mutating func schema(_ shape: ValueShape) -> [JSONValue.Member] {
    switch shape {
    case .text, .expression: return Self.string + [.init("pattern", .string("[^\\x00-\\x20]"))]
    case .name: return Self.string + [.init("pattern", .string(NameForm.name.pattern))]
    case .id: return Self.string + [.init("pattern", .string(NameForm.id.pattern))]
    case .boolean: return [.init("type", .string("boolean"))]
    case .integer(let minimum):
      return [.init("type", .string("integer")), .init("minimum", .number(Text("\(minimum)")))]
    case .number: return [.init("type", .string("number"))]
    case .date: return Self.string + [.init("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    case .period: return Self.string + [.init("pattern", .string("^[0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}))?$"))]
    case .numberOrExpression:
      return [.init("type", .array([.string("number"), .string("string")]))]
    case .oneOf(let texts): return [.init("enum", .array(texts.map { JSONValue.string($0) }))]
    case .localized: return [.init("$ref", reference(to: ShapeValidator.localized))]
    case .array(let element, let minimum):
      var members: [JSONValue.Member] = [
        .init("type", .string("array")), .init("items", .object(schema(element))),
      ]
      if minimum > 0 { members.append(.init("minItems", .number(Text("\(minimum)")))) }
      return members
    case .object(let shape): return [.init("$ref", reference(to: shape))]
    case .dictionary(let value, let keys):
      return [
        .init("type", .string("object")), .init("additionalProperties", .object(schema(value))),
        .init("propertyNames", .object([.init("pattern", .string(keys.pattern))])),
      ]
    case .either(let shapes):
      var alternatives: [JSONValue] = []
      for shape in shapes { alternatives.append(.object(schema(shape))) }
      return [.init("anyOf", .array(alternatives))]
    case .recursive(let shape): return schema(shape())
    case .any: return []
    }
  }

  private static let string: [JSONValue.Member] = [.init("type", .string("string"))]

  private func described(_ schema: [JSONValue.Member], _ doc: LocalizedText) -> JSONValue {
    .object([.init("description", .string(Self.text(doc)))] + schema)
  }

  private static func schema(_ choice: ObjectShape.Choice) -> JSONValue {
    let alternatives = choice.names.map { JSONValue.object([.init("required", .array([.string($0)]))]) }
    if choice.isRequired { return .object([.init("oneOf", .array(alternatives))]) }
    let none = JSONValue.object([.init("not", .object([.init("anyOf", .array(alternatives))]))])
    return .object([.init("oneOf", .array(alternatives + [none]))])
  }

  /// Both languages, as editors show one text only.
  private static func text(_ doc: LocalizedText) -> Text { doc.vi + " · " + doc.en }

  /// `rule file` as `rule-file`, `{vi, en}` as `vi-en`.
  private static func definitionName(_ name: Text) -> Text {
    let words = name.string.split { !$0.isLetter && !$0.isNumber }
    return Text(words.joined(separator: "-"))
  }
}

extension NameForm {
  /// The regular expression of ECMA-262 for the texts of this form.
  var pattern: Text {
    switch self {
    case .any: "[\\s\\S]"
    case .name: "^[A-Za-z_][A-Za-z0-9_]*$"
    case .id: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$"
    }
  }
}
