import CEL
import Evaluator
import JSON

/// What is kept of records that others lead to, by type: the fields that expressions read of them, those that name them,
/// and those by which they lead on.
struct RelatedFields: Sendable {
  /// By type: whether a slot is kept; nil keeps all of them.
  private var slots: [Text: [Bool]?] = [:]

  mutating func add(_ need: RelationNeed) {
    let type = need.target
    var kept = slots[type.name] ?? Array(repeating: false, count: type.fields.count)
    if let fields = need.fields {
      var names = fields.union(type.key)
      for nested in need.nested {
        names.formUnion(nested.relation.isMany ? nested.relation.key : nested.relation.by)
      }
      if need.relation.isMany { names.formUnion(need.relation.by) }
      for name in names {
        if let slot = type.slot(of: name) { kept?[slot] = true }
      }
    } else {
      kept = nil
    }
    slots[type.name] = .some(kept)
  }

  /// The fields that are kept of a type, but relations.
  func names(of type: RecordType) -> [Text] {
    let kept = slots[type.name].flatMap { $0 }
    return type.fields.indices.filter { kept?[$0] ?? true && type.fields[$0].relation == nil }
      .map { type.fields[$0].name }
  }

  /// A record without the fields that nobody asks for.
  func kept(of record: RecordValue) -> RecordValue {
    guard case let kept?? = slots[record.type.name] else { return record }
    let slots = record.slots.enumerated().map { slot, value in
      kept.indices.contains(slot) && kept[slot] ? value : nil
    }
    return RecordValue(type: record.type, slots: slots, path: record.path)
  }
}
