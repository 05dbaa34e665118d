import JSON

/// The record types and enums that expressions are checked against.
public struct Schema: Sendable {
  public private(set) var recordTypes: [Text: RecordType] = [:]
  public private(set) var enumTypes: [Text: EnumType] = [:]

  public init(recordTypes: [RecordType] = [], enumTypes: [EnumType] = []) {
    self.recordTypes.reserveCapacity(recordTypes.count)
    self.enumTypes.reserveCapacity(enumTypes.count)
    for type in recordTypes { self.recordTypes[type.name] = type }
    for type in enumTypes { self.enumTypes[type.name] = type }
  }
}
