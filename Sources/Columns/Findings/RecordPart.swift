import CEL
import Evaluator
import JSON

/// The part of a record that some formulas read, as far as columns hold it: asks the plan for the columns of its fields.
///
/// What is not in it is not given in the records that are made of it, which no formula sees.
final class RecordPart {
  let type: RecordType
  /// Where it stands in the record, as far as no list lies on the way.
  let path: Path
  private(set) var members: [Member] = []
  /// Slots of relations along which more is read.
  private(set) var relations: [Int] = []

  struct Member {
    let slot: Int
    let name: Text
    let preset: Value?
    let content: Content
  }

  /// A value: where it is kept, and what of it is read.
  indirect enum Content {
    case scalar(FieldPlan, column: Int)
    case section(RecordPart, column: Int)
    case list(ListPlan, space: Int, column: Int, element: Content)
  }

  private let plan: RecordPlan

  private init(_ object: ObjectPlan, _ path: Path, _ plan: RecordPlan) {
    type = object.type
    self.path = path
    self.plan = plan
  }

  /// Nil where some of what is read has no column.
  ///
  /// - Parameter paths: fields that are read, through lists and sections.
  convenience init?(_ paths: [Text], _ plan: RecordPlan) {
    self.init(plan.root, .root, plan)
    let dot = UInt8(ascii: ".")
    for path in paths {
      guard add(path.utf8.split(separator: dot).map { Text(utf8: $0) }[...], of: plan.root) else {
        return nil
      }
    }
  }

  /// Adds what a path leads to; all of an object where it ends there.
  private func add(_ steps: ArraySlice<Text>, of object: ObjectPlan) -> Bool {
    guard let name = steps.first else {
      return object.fields.allSatisfy { field in
        field.field.map { add([$0.name], of: object) } ?? false
      }
    }
    guard let slot = type.slot(of: name), object.fields.indices.contains(slot) else { return false }
    let field = object.fields[slot]
    if let relation = field.field?.relation { return add(relation, slot, of: object) }
    let known = members.firstIndex { $0.slot == slot }
    guard
      let content = content(
        of: field, steps.dropFirst(), known.map { members[$0].content }, path.appending(.field(name)))
    else { return false }
    let member = Member(slot: slot, name: name, preset: field.field?.defaultValue, content: content)
    if let known { members[known] = member } else { members.append(member) }
    return true
  }

  /// Adds the fields by which the record leads to others.
  private func add(_ relation: CEL.Relation, _ slot: Int, of object: ObjectPlan) -> Bool {
    // Only a record itself leads anywhere: of a section or an item the relation is never given.
    guard object === plan.root else { return true }
    if !relations.contains(slot) { relations.append(slot) }
    let names = relation.isMany ? (relation.key.isEmpty ? type.key : relation.key) : relation.by
    return names.allSatisfy { add([$0], of: object) }
  }

  /// - Parameter known: what of it is read already.
  private func content(
    of field: FieldPlan, _ rest: ArraySlice<Text>, _ known: Content?, _ path: Path
  ) -> Content? {
    switch field.form {
    case .text, .integer, .decimal, .boolean, .date, .period, .member:
      return rest.isEmpty ? .scalar(field, column: plan.column(of: field)) : nil
    case .object:
      guard let object = field.object else { return nil }
      var part = RecordPart(object, path, plan)
      if case .section(let before, _)? = known { part = before }
      return part.add(rest, of: object) ? .section(part, column: plan.column(of: field)) : nil
    case .list:
      guard let list = field.list, Self.namesItems(list) else { return nil }
      let space = plan.read(list)
      var element: Content?
      if case .list(_, _, _, let before)? = known { element = before }
      guard let content = content(of: list.element, rest, element, path) else { return nil }
      return .list(list, space: space, column: plan.column(of: field), element: content)
    case .anything, .type, .unsupported: return nil
    }
  }

  /// True where items have no names, or names that columns give as the record does.
  private static func namesItems(_ list: ListPlan) -> Bool {
    guard let key = list.field?.key else { return true }
    switch list.element.object?.field(named: key)?.form {
    case .text, .integer, .member: return true
    default: return false
    }
  }
}
