import CEL
import JSON

/// Makes the record model that expressions are checked against.
struct SchemaBuilder {
  private let log: DefectLog
  private(set) var types: TypeReader
  /// In order of declaration.
  private(set) var recordTypes: [RecordType] = []

  init(_ declarations: Declarations, log: DefectLog) {
    self.log = log
    let enums = declarations.enums.filter(\.isSound).map { EnumForm.read($0.node, name: $0.name, log) }
    types = TypeReader(enums: enums, recordTypes: Set(declarations.recordTypes.map(\.name)), log: log)
    let drafts = declarations.recordTypes.map { ($0, fields(of: $0)) }
    let relations = RelationBuilder(declarations.recordTypes, drafts.map(\.1), log: log)
    let shapes = Dictionary(
      drafts.map { ($0.name, $1) }, uniquingKeysWith: { first, _ in first })
    for (declaration, fields) in drafts {
      checkKeys(of: declaration, fields, shapes)
      recordTypes.append(
        RecordType(
          name: declaration.name,
          title: declaration.node["title"]?.localized ?? Self.untitled(declaration.name),
          key: declaration.node["key"]?.texts ?? [],
          fields: fields + relations.fields(of: declaration, beside: fields)))
    }
  }

  var schema: Schema { Schema(recordTypes: recordTypes, enumTypes: types.enumList) }

  /// Fields that can't be read keep their name with type `error`, so that rules on them are not reported again.
  private mutating func fields(of declaration: Declaration) -> [Field] {
    guard let node = declaration.node["fields"], node.kind == .object else { return [] }
    var fields: [Field] = []
    fields.reserveCapacity(node.count)
    for entry in node.members { fields.append(field(entry, of: declaration.name)) }
    return fields
  }

  private mutating func field(_ node: JSONNode, of owner: Text) -> Field {
    let name = node.key ?? ""
    let type = types.type(of: node, owner: owner + "." + name)
    let reader = ValueReader(log: log, enums: types.enums)
    return Field(
      name: name, type: type, title: node["title"]?.localized ?? Self.untitled(name),
      unit: node["unit"]?.text,
      defaultValue: node["default"].flatMap { reader.value($0, of: type) }, key: node["key"]?.text,
      isComplete: node["complete"]?.bool ?? true, isPlanned: node["planned"]?.bool ?? false,
      maxItems: size(node["maxItems"]),
      maxLength: size(node["maxLength"] ?? node["of"]?["maxLength"]))
  }

  private func size(_ node: JSONNode?) -> Int? { node?.int64.flatMap(Int.init(exactly:)) }

  private static func untitled(_ name: Text) -> LocalizedText { LocalizedText(vi: name, en: name) }

  /// Keys name a record or an item, so they are fields that compare: texts, whole numbers or enums.
  private func checkKeys(of declaration: Declaration, _ fields: [Field], _ shapes: [Text: [Field]]) {
    for key in declaration.node["key"].map({ Array($0.elements) }) ?? [] {
      require(key, among: fields, of: declaration.name)
    }
    for entry in declaration.node["fields"].map({ Array($0.members) }) ?? [] {
      guard let key = entry["key"], let field = fields.first(where: { entry.hasKey($0.name) }),
        case .list(let element) = field.type
      else { continue }
      if case .record(let name) = element, let itemFields = shapes[name] {
        require(key, among: itemFields, of: name)
      } else if element != .error {
        log.report(.unknownMember, atKey: key, ["key", "list of " + element.text])
      }
    }
  }

  private func require(_ node: JSONNode, among fields: [Field], of type: Text) {
    guard let name = node.text, let field = fields.named(name, at: node, of: type, log) else { return }
    if !field.canBeKey {
      log.report(.wrongType, at: node, [name, field.type.text, "string|integer|enum"])
    }
  }
}

extension [Field] {
  /// The field of a name that stands in a file; a stranger is reported with the nearest one.
  func named(_ name: Text, at node: JSONNode, of type: Text, _ log: DefectLog) -> Field? {
    if let field = first(where: { $0.name == name }) { return field }
    log.report(
      .unknownField, at: node, [name, type], suggestion: Suggestion.nearest(to: name, among: map(\.name)))
    return nil
  }
}

extension Field {
  /// Keys are fields that compare: texts, whole numbers or enums.
  var canBeKey: Bool {
    switch type {
    case .string, .int, .enumeration, .error: true
    default: false
    }
  }
}
