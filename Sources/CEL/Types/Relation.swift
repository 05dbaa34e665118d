import JSON

/// How records of one type lead to records of another; a join fills the slot, never the record itself.
public struct Relation: Hashable, Sendable {
  /// Name of the record type that it leads to.
  public let target: Text
  /// True where it leads to any number of records.
  public let isMany: Bool
  /// Fields that hold the key: of the record itself for a relation to one, of the target for a relation to many; in
  /// order of the key.
  public let by: [Text]
  /// For a relation to many: fields of the record itself that `by` of the target equals.
  public let key: [Text]

  public init(target: Text, isMany: Bool, by: [Text], key: [Text]) {
    self.target = target
    self.isMany = isMany
    self.by = by
    self.key = key
  }
}
