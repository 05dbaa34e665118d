import JSON

/// A field of the root record or of a section within it, all slots known: the commonest node of a pack.
final class FieldNode: Node {
  /// Slots from the record inwards.
  private let sections: [Int]
  private let slot: Int
  /// What stands in where the record does not give the field: its default, else unknown with the full path.
  private let absent: Value

  init(slots: [Int], absent: Value) {
    sections = Array(slots.dropLast())
    slot = slots.last ?? 0
    self.absent = absent
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    guard var record = frame.record else { return absent }
    for section in sections {
      guard section < record.slots.count, let value = record.slots[section] else { return absent }
      guard case .record(let inner) = value else { return value }
      record = inner
    }
    guard slot < record.slots.count, let value = record.slots[slot] else { return absent }
    return value
  }
}
