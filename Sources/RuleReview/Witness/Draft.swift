import CEL
import Evaluator
import JSON

/// A record in the making: JSON that is edited by place and always has the shape of its type.
struct Draft {
  let type: RecordType
  let schema: Schema
  private(set) var value: JSONValue

  init(of type: RecordType, _ schema: Schema, _ value: JSONValue = .object([])) {
    self.type = type
    self.schema = schema
    self.value = value
  }

  /// The value at a place; nil where it is not given.
  func value(at steps: [Path.Step]) -> JSONValue? {
    var value: JSONValue? = value
    var declared = CELType.record(type.name)
    var key: Text?
    for step in steps {
      guard let next = self.declared(step, in: declared) else { return nil }
      switch (step, value) {
      case (.field(let name), .object(let members)?): value = members.first { $0.key == name }?.value
      case (.index(let index), .array(let elements)?):
        value = elements.indices.contains(index) ? elements[index] : nil
      case (.key(let name), .array(let elements)?):
        value = elements.first { Self.key($0, key) == name }
      default: return nil
      }
      (declared, key) = (next.type, next.key)
    }
    return value == .null ? nil : value
  }

  /// The declared type of a place; nil where there is none such.
  func type(at steps: [Path.Step]) -> CELType? { declaration(at: steps)?.type }

  /// The declared type of a place, and for a keyed list the field that names its items.
  func declaration(at steps: [Path.Step]) -> (type: CELType, key: Text?)? {
    var found: (type: CELType, key: Text?)? = (.record(type.name), nil)
    for step in steps { found = found.flatMap { declared(step, in: $0.type) } }
    return found
  }

  private func declared(_ step: Path.Step, in type: CELType) -> (type: CELType, key: Text?)? {
    switch (step, type) {
    case (.field(let name), .record(let record)):
      guard let record = schema.recordTypes[record], let slot = record.slot(of: name) else { return nil }
      return (record.fields[slot].type, record.fields[slot].key)
    case (.index, .list(let element)), (.key, .list(let element)): return (element, nil)
    default: return nil
    }
  }

  /// The draft with another value at a place, sections and items on the way made where they are missing; nil takes
  /// the member or element away.
  ///
  /// - Returns: nil where the place cannot be.
  func setting(_ new: JSONValue?, at steps: [Path.Step]) -> Draft? {
    guard let changed = setting(new, steps[...], in: value, .record(type.name), key: nil), let changed else {
      return nil
    }
    var draft = self
    draft.value = changed
    return draft
  }

  private func setting(
    _ new: JSONValue?, _ steps: ArraySlice<Path.Step>, in value: JSONValue?, _ type: CELType, key: Text?
  ) -> JSONValue?? {
    guard let step = steps.first else { return .some(new) }
    guard let next = declared(step, in: type) else { return nil }
    let rest = steps.dropFirst()
    switch step {
    case .field(let name):
      var members: [JSONValue.Member] = []
      if case .object(let given)? = value { members = given }
      let place = members.firstIndex { $0.key == name }
      guard
        let changed = setting(new, rest, in: place.map { members[$0].value }, next.type, key: next.key)
      else { return nil }
      switch (place, changed) {
      case (let place?, let changed?): members[place].value = changed
      case (let place?, nil): members.remove(at: place)
      case (nil, let changed?): members.append(JSONValue.Member(name, changed))
      case (nil, nil): break
      }
      return .some(.object(members))
    case .index, .key:
      var elements: [JSONValue] = []
      if case .array(let given)? = value { elements = given }
      guard let place = place(of: step, in: &elements, next.type, key),
        let changed = setting(new, rest, in: elements[place], next.type, key: next.key)
      else { return nil }
      if let changed { elements[place] = changed } else { elements.remove(at: place) }
      return .some(.array(elements))
    case .more, .reference: return nil
    }
  }

  /// The index of an element, appended where it is the next one or the item of a key that is not there yet.
  private func place(
    of step: Path.Step, in elements: inout [JSONValue], _ type: CELType, _ key: Text?
  ) -> Int? {
    switch step {
    case .index(let index):
      if index == elements.count { elements.append(Self.empty(type)) }
      return elements.indices.contains(index) ? index : nil
    case .key(let name):
      if let place = elements.firstIndex(where: { Self.key($0, key) == name }) { return place }
      guard let key, case .record(let record) = type, let item = schema.recordTypes[record],
        let slot = item.slot(of: key)
      else { return nil }
      let value: JSONValue = item.fields[slot].type == .int ? .number(name) : .string(name)
      elements.append(.object([JSONValue.Member(key, value)]))
      return elements.count - 1
    case .field, .more, .reference: return nil
    }
  }

  /// An element of which nothing is given.
  static func empty(_ type: CELType) -> JSONValue {
    switch type {
    case .record, .map: .object([])
    case .list: .array([])
    default: .null
    }
  }

  /// What an item of a keyed list is named by.
  static func key(_ item: JSONValue, _ field: Text?) -> Text? {
    guard let field, case .object(let members) = item else { return nil }
    switch members.first(where: { $0.key == field })?.value {
    case .string(let text)?, .number(let text)?: return text
    default: return nil
    }
  }

  /// The record as a file has it: with its `type`, the members in declared order throughout.
  var document: JSONValue {
    guard case .object(let members) = ordered(value, .record(type.name)) else { return value }
    let hasOwn = type.slot(of: "type") != nil
    return .object((hasOwn ? [] : [JSONValue.Member("type", .string(type.name))]) + members)
  }

  private func ordered(_ value: JSONValue, _ type: CELType) -> JSONValue {
    switch (value, type) {
    case (.object(let members), .record(let name)):
      guard let record = schema.recordTypes[name] else { return value }
      return .object(
        record.fields.compactMap { field in
          members.first { $0.key == field.name }.map { .init(field.name, ordered($0.value, field.type)) }
        })
    case (.array(let elements), .list(let element)): return .array(elements.map { ordered($0, element) })
    default: return value
    }
  }
}
