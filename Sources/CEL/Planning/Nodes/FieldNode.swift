import JSON

/// A field of the root record or of a section within it, all slots known: the commonest node of a pack.
final class FieldNode: Node {
  private let place: FieldPlace

  init(_ place: FieldPlace) { self.place = place }

  override var field: FieldPlace? { place }

  override func evaluate(_ frame: inout Frame) -> Value { place.read(frame) }
}

/// Where a field stands in the root record.
struct FieldPlace {
  /// The slots of the sections around the field, from the record inwards, but for the last.
  private let outer: [Int]
  /// The slot of the section that holds the field; -1 for a field of the record itself.
  private let section: Int
  private let slot: Int
  /// What stands in where the record does not give the field: its default, else unknown with the full path.
  private let absent: Value

  /// - Parameter slots: from the record inwards; the last one is the field's.
  init?(slots: [Int], absent: Value) {
    guard let slot = slots.last else { return nil }
    self.slot = slot
    section = slots.dropLast().last ?? -1
    outer = slots.dropLast(2)
    self.absent = absent
  }

  @inline(__always)
  func read(_ frame: borrowing Frame) -> Value {
    guard let record = frame.record else { return absent }
    return record._withUnsafeGuaranteedRef { record in
      if section < 0 { return value(of: record) }
      return outer.isEmpty ? value(in: section, of: record) : value(below: record)
    }
  }

  @inline(__always)
  private func value(of record: RecordValue) -> Value {
    guard slot < record.slots.count else { return absent }
    return record.slots[slot] ?? absent
  }

  @inline(__always)
  private func value(in section: Int, of record: RecordValue) -> Value {
    guard section < record.slots.count, let inner = record.slots[section] else { return absent }
    // What is no record there is unknown for a reason of its own, or an error.
    guard case .record(let record) = inner else { return inner }
    return value(of: record)
  }

  private func value(below record: RecordValue) -> Value {
    var record = record
    for section in outer {
      guard section < record.slots.count, let inner = record.slots[section] else { return absent }
      guard case .record(let next) = inner else { return inner }
      record = next
    }
    return value(in: section, of: record)
  }
}
