import CEL
import Evaluator
import JSON

/// What became of the record types and enums, and which rules it touches.
struct SchemaComparison {
  private let old: Schema
  private let new: Schema
  /// Enums whose members are not a beginning of what they are now.
  private let enums: Set<Text>
  /// Fields that mean something else though they have their name: `type.field`.
  private let fields: Set<Text>

  init(_ old: Schema, _ new: Schema) {
    self.old = old
    self.new = new
    var enums: Set<Text> = []
    for (name, before) in old.enumTypes {
      guard let after = new.enumTypes[name] else { continue }
      if before.isOrdered != after.isOrdered || !after.members.starts(with: before.members) {
        enums.insert(name)
      }
    }
    self.enums = enums
    var fields: Set<Text> = []
    for (name, before) in old.recordTypes {
      for field in before.fields {
        guard let slot = new.recordTypes[name]?.slot(of: field.name),
          let now = new.recordTypes[name]?.fields[slot]
        else { continue }
        if !Self.changes(field, now).isEmpty { fields.insert(name + "." + field.name) }
      }
    }
    self.fields = fields
  }

  /// Enums and fields that formulas over a record type read and that mean something else now.
  func namesChanged(under formulas: [Formula], on type: Text) -> [Text] {
    var names: Set<Text> = []
    for checked in formulas.compactMap({ $0.program.checked }) {
      for type in checked.types {
        if case .enumeration(let name) = type, enums.contains(name) { names.insert(name) }
      }
      for path in checked.fieldsRead { names.formUnion(changed(along: path, on: type)) }
    }
    return names.sorted()
  }

  /// The changed fields that a path leads through.
  private func changed(along path: Text, on type: Text) -> [Text] {
    var type = old.recordTypes[type]
    var found: [Text] = []
    for step in path.utf8.split(separator: UInt8(ascii: ".")) {
      guard let record = type, let slot = record.slot(of: Text(utf8: step)) else { continue }
      let field = record.fields[slot]
      if fields.contains(record.name + "." + field.name) { found.append(record.name + "." + field.name) }
      switch field.type {
      case .record(let name), .list(.record(let name)): type = old.recordTypes[name]
      default: type = nil
      }
    }
    return found
  }

  /// Enums, record types and fields that are new, gone or changed, sorted by name.
  var differences: [PackChange] {
    var changes: [PackChange] = []
    for name in Set(old.enumTypes.keys).union(new.enumTypes.keys).sorted() {
      changes += enumeration(name, old.enumTypes[name], new.enumTypes[name])
    }
    for name in Set(old.recordTypes.keys).union(new.recordTypes.keys).sorted() {
      changes += record(name, old.recordTypes[name], new.recordTypes[name])
    }
    return changes
  }

  private func enumeration(_ name: Text, _ before: EnumType?, _ after: EnumType?) -> [PackChange] {
    guard let before, let after else {
      return [PackChange(.enumeration, name, title: nil, after == nil ? .removed : .added, nil)]
    }
    let added = after.members.filter { before.index(of: $0) == nil }
    let removed = before.members.filter { after.index(of: $0) == nil }
    var change = PackChange(.enumeration, name, title: nil, .changed, nil)
    if !added.isEmpty || !removed.isEmpty {
      change.members = [MemberChange(name: "values", content: .members(added: added, removed: removed))]
    } else if before.members != after.members || before.isOrdered != after.isOrdered {
      change.members = [
        MemberChange(
          name: after.isOrdered ? "ordered" : "values",
          content: .value(
            before: .array(before.members.map { .string($0) }),
            after: .array(after.members.map { .string($0) })))
      ]
    } else {
      return []
    }
    return [change]
  }

  private func record(_ name: Text, _ before: RecordType?, _ after: RecordType?) -> [PackChange] {
    guard let before, let after else {
      let sort: PackChange.Sort = after == nil ? .removed : .added
      return [PackChange(.recordType, name, title: (after ?? before)?.title, sort, nil)]
    }
    var changes: [PackChange] = []
    if before.key != after.key {
      var change = PackChange(.recordType, name, title: after.title, .changed, nil)
      let added = after.key.filter { !before.key.contains($0) }
      let removed = before.key.filter { !after.key.contains($0) }
      change.members = [MemberChange(name: "key", content: .members(added: added, removed: removed))]
      changes.append(change)
    }
    for field in after.fields {
      let full = name + "." + field.name
      guard let slot = before.slot(of: field.name) else {
        changes.append(PackChange(.field, full, title: field.title, .added, nil))
        continue
      }
      var change = PackChange(.field, full, title: field.title, .changed, nil)
      change.members = Self.changes(before.fields[slot], field)
      if !change.members.isEmpty { changes.append(change) }
    }
    for field in before.fields where after.slot(of: field.name) == nil {
      changes.append(PackChange(.field, name + "." + field.name, title: field.title, .removed, nil))
    }
    return changes
  }

  /// What a field says of its values; lengths are bounds of cost alone.
  private static func changes(_ before: Field, _ after: Field) -> [MemberChange] {
    func text(_ value: Value?) -> JSONValue? { value.map { .string(ValueText.plain($0)) } }
    let members: [(name: Text, before: JSONValue?, after: JSONValue?)] = [
      ("type", .string(before.type.text), .string(after.type.text)),
      ("unit", before.unit.map { .string($0) }, after.unit.map { .string($0) }),
      ("default", text(before.defaultValue), text(after.defaultValue)),
      ("key", before.key.map { .string($0) }, after.key.map { .string($0) }),
      ("complete", .bool(before.isComplete), .bool(after.isComplete)),
      ("planned", .bool(before.isPlanned), .bool(after.isPlanned)),
    ]
    return members.filter { $0.before != $0.after }.map {
      MemberChange(name: $0.name, content: .value(before: $0.before, after: $0.after))
    }
  }
}
