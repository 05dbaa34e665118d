import JSON

/// One step of a path such as `indicators.forestCover.actual`.
enum Selector {
  /// A declared field of a record.
  case field(slot: Int, name: Text)
  /// `.name`: a field of a record, the item of a keyed list, or the entry of a map.
  case member(Text)
  /// `["name"]`: the item of a keyed list or the entry of a map.
  case key(Text)

  var name: Text {
    switch self {
    case .field(_, let name), .member(let name), .key(let name): name
    }
  }

  /// The step of a path below an operand that is not given; a keyed list's item where no slot is known.
  var pathStep: Path.Step {
    switch self {
    case .field(_, let name): .field(name)
    case .member(let name), .key(let name): .key(name)
    }
  }
}

/// What one step finds.
enum Selection {
  case found(Value)
  /// Declared but not given, at this place.
  case notGiven(Path)
  /// A map has no such key.
  case noKey
  /// A record has no such field.
  case noField
  /// The operand has neither fields nor entries.
  case unsuitable

  init(_ operand: Value, _ selector: Selector) {
    switch (operand, selector) {
    case (.record(let record), .field(let slot, _)): self = Selection.field(record, slot)
    case (.record(let record), .member(let name)):
      self = record.type.slot(of: name).map { Selection.field(record, $0) } ?? .noField
    case (.list(let list), .member(let name)), (.list(let list), .key(let name)):
      self = Selection.item(list, name)
    case (.map(let map), _): self = map[.string(selector.name)].map(Selection.found) ?? .noKey
    default: self = .unsuitable
    }
  }

  private static func field(_ record: RecordValue, _ slot: Int) -> Selection {
    guard record.slots.indices.contains(slot), record.type.fields.indices.contains(slot) else {
      return .noField
    }
    return record.slots[slot].map(Selection.found)
      ?? .notGiven(record.path.appending(.field(record.type.fields[slot].name)))
  }

  private static func item(_ list: ListValue, _ key: Text) -> Selection {
    guard let items = list.items else { return .unsuitable }
    if let place = items[key], list.elements.indices.contains(place) { return .found(list.elements[place]) }
    return .notGiven((list.path ?? .root).appending(.key(key)))
  }
}
