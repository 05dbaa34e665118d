import JSON

/// The declared shape of a record or of a section within one; fields are slots in declared order.
public final class RecordType: Sendable {
  public let name: Text
  public let title: LocalizedText
  /// Names of the fields that together name a record; empty for nested types.
  public let key: [Text]
  public let fields: [Field]
  private let slots: [Text: Int]

  public init(name: Text, title: LocalizedText, key: [Text], fields: [Field]) {
    self.name = name
    self.title = title
    self.key = key
    self.fields = fields
    var slots = [Text: Int](minimumCapacity: fields.count)
    for (slot, field) in fields.enumerated() { slots[field.name] = slot }
    self.slots = slots
  }

  /// Place of a field in `fields`; O(1).
  public func slot(of field: Text) -> Int? { slots[field] }
}
