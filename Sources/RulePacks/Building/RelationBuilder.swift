import CEL
import JSON

/// Turns the relations of record types into fields that a join fills.
struct RelationBuilder {
  private let log: DefectLog
  /// Record types with the fields that they declare, by name.
  private let types: [Text: (key: [Text], fields: [Field], title: LocalizedText?)]

  init(_ declarations: [Declaration], _ fields: [[Field]], log: DefectLog) {
    self.log = log
    types = Dictionary(
      zip(declarations, fields).map {
        ($0.name, ($0.node["key"]?.texts ?? [], $1, $0.node["title"]?.localized))
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// The relations of a record type as further fields; those that are broken have the type `error`.
  func fields(of declaration: Declaration, beside own: [Field]) -> [Field] {
    (declaration.node["relations"].map { Array($0.members) } ?? []).map { node in
      field(node, of: declaration, beside: own)
    }
  }

  private func field(_ node: JSONNode, of declaration: Declaration, beside own: [Field]) -> Field {
    let name = node.key ?? ""
    let isMany = node["many"]?.bool ?? false
    var title = node["title"]?.localized
    var type = CELType.error
    var relation: Relation?
    if own.contains(where: { $0.name == name }) {
      log.report(.duplicate, atKey: node, ["field", name])
    } else if let to = node["to"], let target = to.text {
      title = title ?? (isMany ? nil : self.title(of: node["by"], own)) ?? types[target]?.title
      relation = self.relation(node, to: target, isMany: isMany, declaration, own)
      if types[target] == nil {
        log.report(
          .unknownRecordType, at: to, [target], suggestion: Suggestion.nearest(to: target, among: types.keys))
      } else if relation != nil {
        type = isMany ? .list(.record(target)) : .record(target)
      }
    }
    // A list of records that have one key field is read by it, like a keyed list of a record.
    let key = relation.flatMap { types[$0.target]?.key }
    return Field(
      name: name, type: type, title: title ?? LocalizedText(vi: name, en: name),
      key: isMany && key?.count == 1 ? key?[0] : nil,
      isComplete: node["complete"]?.bool ?? true,
      maxItems: node["maxItems"]?.int64.flatMap(Int.init(exactly:)),
      relation: relation ?? Relation(target: "", isMany: isMany, by: [], key: []))
  }

  /// A record goes by what the field that names it is called: the unit above, the head.
  private func title(of by: JSONNode?, _ own: [Field]) -> LocalizedText? {
    guard let name = by?.text, let field = own.first(where: { $0.name == name }) else { return nil }
    return field.title.vi == name && field.title.en == name ? nil : field.title
  }

  /// Nil where a defect was reported.
  private func relation(
    _ node: JSONNode, to target: Text, isMany: Bool, _ declaration: Declaration, _ own: [Field]
  ) -> Relation? {
    let ownKey = declaration.node["key"]?.texts ?? []
    let count = log.defects.count
    let by = names(
      node["by"], among: isMany ? types[target]?.fields : own, of: isMany ? target : declaration.name)
    if let key = node["key"], !isMany {
      log.report(.missingMember, atKey: key, ["many", "relation"])
    }
    let key = names(node["key"], among: own, of: declaration.name)
    let named = isMany ? (node["key"] == nil ? ownKey : key) : types[target]?.key ?? []
    if isMany, named.isEmpty { log.report(.missingMember, at: node, ["key", "relation"]) }
    if log.defects.count == count, types[target] != nil, !named.isEmpty, by.count != named.count,
      let place = node["by"]
    {
      log.report(.keyCountDiffers, at: place, [Text("\(by.count)"), Text("\(named.count)"), target])
    }
    return log.defects.count == count
      ? Relation(target: target, isMany: isMany, by: by, key: isMany ? named : []) : nil
  }

  /// The names of a member that gives one or several, each a field that compares.
  private func names(_ node: JSONNode?, among fields: [Field]?, of type: Text) -> [Text] {
    guard let node else { return [] }
    let nodes = node.oneOrSeveral
    if let fields {
      for node in nodes {
        guard let name = node.text, let field = fields.named(name, at: node, of: type, log) else { continue }
        if !field.canBeKey {
          log.report(.wrongType, at: node, [name, field.type.text, "string|integer|enum"])
        }
      }
    }
    return nodes.compactMap(\.text)
  }
}
