import CEL
import Evaluator
import JSON

/// The records that a draft stands for: its own, and those that its relations lead to.
///
/// A draft holds what a relation leads to as a member, as expressions see it; records name it by its key.
struct WitnessDossier {
  private(set) var own: Draft
  var related: [Draft] = []
  /// The law date, where that is a field of records.
  private let lawDate: (field: Text, value: JSONValue)?
  private let register: Register?

  init(_ draft: Draft, _ pack: CompiledPack) {
    own = draft
    register = pack.register
    if case .field(let name) = pack.lawDate, let value = draft.value(at: [.field(name)]) {
      lawDate = (name, value)
    } else {
      lawDate = nil
    }
    own = parted(draft, named: Self.name)
  }

  /// Names a record where nothing asks for another name.
  static let name: Text = "vi-du"
  /// Names one that has nothing to do with the record.
  private static let stranger: Text = "khac"

  /// Takes in one more record, given by some of its fields; the others that it must have are added.
  mutating func add(_ draft: Draft, named name: Text) {
    var draft = draft
    for key in draft.type.key where draft.value(at: [.field(key)]) == nil { draft.give(key, name) }
    if let lawDate, draft.type.slot(of: lawDate.field) != nil {
      draft = draft.setting(lawDate.value, at: [.field(lawDate.field)]) ?? draft
    }
    let record = parted(draft, named: name)
    related.append(record)
  }

  /// The record without what its relations lead to, which become records of their own.
  private mutating func parted(_ draft: Draft, named name: Text) -> Draft {
    var draft = draft
    for field in draft.type.fields {
      guard let relation = field.relation, let target = draft.schema.recordTypes[relation.target],
        let given = draft.value(at: [.field(field.name)])
      else { continue }
      draft = draft.setting(nil, at: [.field(field.name)]) ?? draft
      let name = name + "-" + field.name
      switch given {
      case .object: addOne(Draft(of: target, draft.schema, given), relation, name, to: &draft)
      case .array(let elements):
        let keys = relation.key.isEmpty ? draft.type.key : relation.key
        for key in keys where draft.value(at: [.field(key)]) == nil { draft.give(key, name) }
        for (index, element) in elements.enumerated() {
          var other = Draft(of: target, draft.schema, element)
          for (field, key) in zip(relation.by, keys) { other.give(field, draft.value(at: [.field(key)])) }
          // A relation lists its records in order of their keys.
          add(other, named: name + (index < 9 ? "-0" : "-") + Text("\(index + 1)"))
        }
        if elements.isEmpty { addStranger(of: target, relation, draft.schema) }
      default: continue
      }
    }
    return draft
  }

  private mutating func addOne(_ other: Draft, _ relation: CEL.Relation, _ name: Text, to owner: inout Draft)
  {
    var other = other
    for (field, key) in zip(relation.by, other.type.key) {
      if owner.value(at: [.field(field)]) == nil { owner.give(field, name) }
      other.give(key, owner.value(at: [.field(field)]))
    }
    add(other, named: name)
  }

  /// A list is known to be empty once some record of its type is there that belongs to another.
  private mutating func addStranger(of type: RecordType, _ relation: CEL.Relation, _ schema: Schema) {
    var stranger = Draft(of: type, schema)
    for field in relation.by { stranger.give(field, Self.stranger) }
    if let register, register.recordType == type.name {
      for field in [register.award, register.subject, register.year]
      where stranger.value(at: [.field(field)]) == nil {
        stranger.give(field, Self.stranger)
      }
    }
    add(stranger, named: Self.stranger)
  }
}

extension Draft {
  /// Sets a field to a value; nil leaves it as it is.
  mutating func give(_ field: Text, _ value: JSONValue?) {
    if let value { self = setting(value, at: [.field(field)]) ?? self }
  }

  /// Gives a field what stands for a name in its type.
  mutating func give(_ field: Text, _ name: Text) {
    guard let type = type(at: [.field(field)]) else { return }
    give(field, JSONValue.naming(name, as: type, schema))
  }
}

extension JSONValue {
  /// What stands in a key field where nothing asks for another value.
  static func naming(_ name: Text, as type: CELType, _ schema: Schema) -> JSONValue {
    switch type {
    case .int, .decimal: .number("1")
    case .bool: .bool(true)
    case .date: .string("2000-01-01")
    case .period: .string("2000")
    case .timestamp: .string("2000-01-01T00:00:00Z")
    case .enumeration(let enumeration): .string(schema.enumTypes[enumeration]?.members.first ?? "")
    default: .string(name)
    }
  }
}
