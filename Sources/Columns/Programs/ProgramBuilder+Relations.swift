import CEL
import JSON

/// Fields of the one record that a record leads to.
extension ProgramBuilder {
  /// The value of a field behind a relation; nil for a path that leads along none.
  func relatedField(_ slots: [Int]) throws(NoColumnForm) -> Operand? {
    guard let path = try relatedPath(slots) else { return nil }
    let found = try related(path)
    switch path.field.type {
    case .string, .int, .decimal, .bool, .date, .period, .enumeration: break
    default: throw NoColumnForm("a related field of type \(path.field.type.text)")
    }
    return .register(step(.relatedField(found, path.slots), 0, path.field.type))
  }

  /// Whether the record behind a relation gives a field; nil for a path that leads along none.
  func relatedPresence(_ slots: [Int]) throws(NoColumnForm) -> Int? {
    if let presence = try relationPresence(slots) { return presence }
    guard let path = try relatedPath(slots) else { return nil }
    return step(.hasRelatedField(try related(path), path.slots), 0, .bool)
  }

  /// Whether a record has a list of others that lead to it; nil for another path.
  private func relationPresence(_ slots: [Int]) throws(NoColumnForm) -> Int? {
    guard slots.count == 1, plan.root.fields.indices.contains(slots[0]),
      let relation = plan.root.fields[slots[0]].field?.relation, relation.isMany
    else { return nil }
    return step(
      .isMet(relation.target, try keys(relation.key.isEmpty ? plan.type.key : relation.key)), 0, .bool)
  }

  /// A path from a record through a relation to one other.
  private struct RelatedPath {
    let relation: CEL.Relation
    /// From the other record inwards.
    let slots: [Int]
    let field: Field
  }

  private func relatedPath(_ slots: [Int]) throws(NoColumnForm) -> RelatedPath? {
    guard slots.count > 1, plan.root.fields.indices.contains(slots[0]),
      let relation = plan.root.fields[slots[0]].field?.relation, !relation.isMany
    else { return nil }
    guard var type = plan.schema.recordTypes[relation.target] else { throw NoColumnForm("a relation") }
    let inner = Array(slots.dropFirst())
    for (depth, slot) in inner.enumerated() {
      guard type.fields.indices.contains(slot) else { throw NoColumnForm("a related field") }
      let field = type.fields[slot]
      guard field.relation == nil else { throw NoColumnForm("a relation of a related record") }
      guard field.defaultValue == nil else { throw NoColumnForm("a related field with a default") }
      if depth + 1 == inner.count { return RelatedPath(relation: relation, slots: inner, field: field) }
      guard case .record(let name) = field.type, let section = plan.schema.recordTypes[name] else {
        throw NoColumnForm("a related section")
      }
      type = section
    }
    throw NoColumnForm("a related record")
  }

  /// The register that holds for each record whether the other is found.
  private func related(_ path: RelatedPath) throws(NoColumnForm) -> Int {
    step(.related(path.relation.target, try keys(path.relation.by)), 0, .bool)
  }

  /// The registers of the fields by which records are related.
  private func keys(_ names: [Text]) throws(NoColumnForm) -> [Int] {
    var keys: [Int] = []
    for name in names {
      guard let field = plan.root.field(named: name), field.field?.defaultValue == nil else {
        throw NoColumnForm("a relation by a field with a default")
      }
      keys.append(try register(.field(field, item: nil)))
    }
    return keys
  }
}
