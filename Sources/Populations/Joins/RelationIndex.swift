import CEL
import Evaluator
import JSON

/// Records that others lead to, by the fields that relations name them by.
///
/// First every record is added, in any order; then each is joined. Memory: of each record of a related type the fields that
/// expressions read of it.
public struct RelationIndex: Sendable {
  /// By record type: what its records lead to.
  private let needs: [Text: [RelationNeed]]
  /// Fields that records of a type are looked up by, by type.
  private let lookups: [Text: Set<[Text]>]
  private let fields: RelatedFields
  /// Fields of the keys of types that records lead to one of.
  private let keyFields: [Text: [Text]]
  private var tables: [Lookup: [[Text]: [RecordValue]]] = [:]
  /// Types of which some record was met, a rejected one too.
  private var met: Set<Text> = []
  /// Of the records that were added, by type.
  private var keys: [Text: Set<Text>] = [:]
  /// Keys of rejected records by type; nil among them is a record of which not even the key is known.
  private var rejected: [Text: [[Text]?]] = [:]

  private struct Lookup: Hashable {
    var type: Text
    var fields: [Text]
  }

  public init(_ pack: CompiledPack) {
    var needs: [Text: [RelationNeed]] = [:]
    var lookups: [Text: Set<[Text]>] = [:]
    var keyFields: [Text: [Text]] = [:]
    var kept = RelatedFields()
    func visit(_ need: RelationNeed) {
      let fields = need.relation.isMany ? need.relation.by : need.target.key
      kept.add(need)
      if !need.relation.isMany { keyFields[need.target.name] = fields }
      lookups[need.target.name, default: []].insert(fields)
      for nested in need.nested { visit(nested) }
    }
    for type in pack.recordTypes {
      let own = pack.relationNeeds(of: type)
      if own.isEmpty { continue }
      needs[type.name] = own
      for need in own { visit(need) }
    }
    self.needs = needs
    self.lookups = lookups
    self.keyFields = keyFields
    self.fields = kept
  }

  /// True where no record leads anywhere.
  public var isEmpty: Bool { needs.isEmpty }

  /// True where records of a type are looked up by others.
  public func isRelated(_ type: Text) -> Bool { lookups[type] != nil }

  /// The fields of their own that are asked of records of a type that others look up.
  public func fieldsAsked(of type: RecordType) -> [Text] {
    Set(fields.names(of: type) + type.key + (lookups[type.name] ?? []).joined()).sorted()
  }

  /// True where some record leads to any number of others.
  public var hasLists: Bool {
    func leadsToMany(_ need: RelationNeed) -> Bool {
      need.relation.isMany || need.nested.contains(where: leadsToMany)
    }
    return needs.values.contains { $0.contains(where: leadsToMany) }
  }

  /// True where some record of a type was met, a rejected one too, or all of them are given.
  public func isMet(_ type: Text) -> Bool { met.contains(type) }

  /// True for a record that has been added, by its type and key.
  public func holds(_ record: RecordValue) -> Bool {
    keys[record.type.name]?.contains(record.keyText) ?? false
  }

  public mutating func add(_ record: RecordValue) {
    let type = record.type.name
    guard let lookups = lookups[type] else { return }
    met.insert(type)
    keys[type, default: []].insert(record.keyText)
    let kept = self.fields.kept(of: record)
    for fields in lookups {
      // A record that does not give what it is looked up by leads nowhere.
      guard let values = record.texts(of: fields) else { continue }
      tables[Lookup(type: type, fields: fields), default: [:]][values, default: []].append(kept)
    }
  }

  /// All records of a type are given, be it none: lists of them are then known to be empty.
  public mutating func markGiven(_ type: Text) { met.insert(type) }

  /// A record that could not be read may be the one that others lead to.
  ///
  /// - Parameters:
  ///   - type: nil where it is not known, so that it may be of any.
  ///   - key: in order of the type's key; nil where it is not known.
  public mutating func addRejected(type: Text?, key: [Text]?) {
    for name in type.map({ [$0] }) ?? Array(lookups.keys) where lookups[name] != nil {
      met.insert(name)
      rejected[name, default: []].append(key)
    }
  }

  /// The record of a type with a key, in order of the type's key; nil where none was added.
  public func record(of type: Text, key: [Text]) -> RecordValue? {
    guard let fields = keyFields[type] else { return nil }
    return tables[Lookup(type: type, fields: fields)]?[key]?.first
  }

  /// The record with what it leads to; what leads nowhere is unknown.
  public func joined(_ record: RecordValue) -> RecordValue {
    needs[record.type.name].map { join(record, $0) } ?? record
  }

  /// The record with what it leads to along some relations, by their slots.
  public func joined(_ record: RecordValue, along slots: [Int]) -> RecordValue {
    needs[record.type.name].map { join(record, $0.filter { slots.contains($0.slot) }) } ?? record
  }

  /// Depth is bounded by the paths that expressions read.
  private func join(_ record: RecordValue, _ needs: [RelationNeed]) -> RecordValue {
    guard !needs.isEmpty else { return record }
    var slots = record.slots
    for need in needs where slots.indices.contains(need.slot) {
      slots[need.slot] = need.relation.isMany ? many(record, need) : one(record, need)
    }
    return RecordValue(type: record.type, slots: slots, path: record.path)
  }

  private func one(_ record: RecordValue, _ need: RelationNeed) -> Value? {
    guard let key = record.texts(of: need.relation.by) else {
      return Unknown(paths: record.missing(of: need.relation.by)).map(Value.unknown)
    }
    let place = Path.root.appending(.field(need.name))
    let found = tables[Lookup(type: need.target.name, fields: need.target.key)]?[key]?.first
    guard let found else { return .unknown(Unknown(place.appending(.reference(Self.joined(key))))) }
    return .record(join(found, need.nested).placed(at: place))
  }

  private func many(_ record: RecordValue, _ need: RelationNeed) -> Value? {
    let relation = need.relation
    let own = relation.key.isEmpty ? record.type.key : relation.key
    guard let values = record.texts(of: own) else {
      return Unknown(paths: record.missing(of: own)).map(Value.unknown)
    }
    guard met.contains(need.target.name) else { return nil }
    let place = Path.root.appending(.field(need.name))
    let found = tables[Lookup(type: need.target.name, fields: relation.by)]?[values] ?? []
    // In order of their keys, so that the order of files tells nothing.
    let sorted = found.sorted { ($0.texts(of: $0.type.key) ?? []).precedes($1.texts(of: $1.type.key) ?? []) }
    let elements = sorted.enumerated().map { index, target in
      Value.record(join(target, need.nested).placed(at: place.appending(.index(index))))
    }
    return .list(
      ListValue(elements, path: place, isComplete: need.isComplete && !mayHoldMore(need, values)))
  }

  /// A rejected record belongs to none only where its key tells so.
  private func mayHoldMore(_ need: RelationNeed, _ values: [Text]) -> Bool {
    guard let lost = rejected[need.target.name] else { return false }
    let places = need.relation.by.map { need.target.key.firstIndex(of: $0) }
    return lost.contains { key in
      guard let key else { return true }
      for (place, value) in zip(places, values) {
        if let place, key.indices.contains(place), key[place] != value { return false }
      }
      return true
    }
  }

  private static func joined(_ texts: [Text]) -> Text {
    var joined: Text = ""
    for (index, text) in texts.enumerated() { joined += (index == 0 ? "" : "/") + text }
    return joined
  }
}

extension [Text] {
  /// Bytewise order, part by part.
  func precedes(_ other: [Text]) -> Bool { lexicographicallyPrecedes(other) { $0 < $1 } }
}

extension RecordValue {
  /// The key in one line: values of several fields are joined by `/`.
  public var keyText: Text {
    var joined: Text = ""
    for (index, text) in (texts(of: type.key) ?? []).enumerated() { joined += (index == 0 ? "" : "/") + text }
    return joined
  }

  /// The texts of some fields; nil where one is not given.
  func texts(of fields: [Text]) -> [Text]? {
    var texts: [Text] = []
    for field in fields {
      guard let slot = type.slot(of: field), let text = slots[slot]?.keyText else { return nil }
      texts.append(text)
    }
    return texts
  }

  /// Those of some fields that are not given.
  func missing(of fields: [Text]) -> Set<Text> {
    Set(fields.filter { field in type.slot(of: field).flatMap { slots[$0]?.keyText } == nil })
  }
}
