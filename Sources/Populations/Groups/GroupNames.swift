import CEL
import Evaluator
import JSON

/// What the records that groups are named after call themselves; parts merge.
///
/// A group is named after a record where its part is the field by which a relation leads there.
struct GroupNames: Sendable {
  /// Types that groups are named after.
  private let types: Set<Text>
  /// By type, then by key.
  private(set) var names: [Text: [Text: Text]] = [:]

  init(_ pack: CompiledPack) {
    var types: Set<Text> = []
    for rule in pack.populationRules {
      if let group = rule.group { types.insert(group) }
      types.formUnion(rule.check.groupBy.compactMap { pack.target(of: $0, on: rule.on) })
    }
    for award in pack.awards { types.formUnion(award.per.compactMap { pack.target(of: $0, on: award.on) }) }
    self.types = types
  }

  /// True where groups are named after records of a type.
  func holds(_ type: Text) -> Bool { types.contains(type) }

  mutating func add(_ record: some CountedRecord) {
    guard types.contains(record.type.name), let name = record.name else { return }
    add(name, of: record.key, in: record.type.name)
  }

  /// Of two names that lay claim to one key the first in bytes is taken, whatever the order.
  mutating func add(_ name: Text, of key: Text, in type: Text) {
    let known = names[type]?[key]
    names[type, default: [:]][key] = known.map { $0 < name ? $0 : name } ?? name
  }

  mutating func merge(_ other: GroupNames) {
    for (type, entries) in other.names {
      for (key, name) in entries { add(name, of: key, in: type) }
    }
  }

  /// By part; nil where the part names no record, or one without a name.
  func names(
    of group: [Text], _ keys: [GroupKey], on type: Text, group whole: Text? = nil, in pack: CompiledPack
  )
    -> [Text?]
  {
    zip(keys, group).map { key, text in
      let target = pack.target(of: key, on: type) ?? (keys.count == 1 ? whole : nil)
      return target.flatMap { names[$0]?[text] }
    }
  }

  mutating func code(_ archive: inout StateArchive) {
    archive.code(&names, [:]) { names, archive in archive.code(&names, "") { $1.code(&$0) } }
  }
}

extension CompiledPack {
  /// The record type that a part of a group's name is the key of.
  fileprivate func target(of key: GroupKey, on type: Text) -> Text? {
    var steps = key.name.utf8.split(separator: UInt8(ascii: ".")).map { Text(utf8: $0) }
    guard let last = steps.popLast(), var record = schema.recordTypes[type] else { return nil }
    for step in steps {
      guard let slot = record.slot(of: step), let relation = record.fields[slot].relation, !relation.isMany,
        let target = schema.recordTypes[relation.target]
      else { return nil }
      record = target
    }
    for field in record.fields {
      if let relation = field.relation, !relation.isMany, relation.by == [last] { return relation.target }
    }
    return nil
  }
}
