/// A record or section with one slot a declared field.
public final class RecordValue: Sendable {
  public let type: RecordType
  /// In order of `type.fields`; nil where the record does not give the field (defaults already filled in).
  public let slots: [Value?]
  /// Where the section stands in the record; empty for the record itself.
  public let path: Path

  public init(type: RecordType, slots: [Value?], path: Path) {
    self.type = type
    self.slots = slots
    self.path = path
  }

  /// The value of a field, unknown where it is not given; an error where there is no such slot.
  func value(at slot: Int) -> Value {
    guard slots.indices.contains(slot), type.fields.indices.contains(slot) else {
      return .error(EvaluationError(.noSuchField))
    }
    return slots[slot] ?? .unknown(Unknown(path.appending(.field(type.fields[slot].name))))
  }
}
