import JSON

/// What is known of a leaf that looks beyond the record: of a rule on many records, or of another award.
public struct LeafResult: Sendable, Equatable {
  public var results: ResultSet
  /// What would have to be given to decide it.
  public var missing: [Text]

  public init(_ results: ResultSet, missing: [Text] = []) {
    self.results = results
    self.missing = missing
  }

  /// Nothing is known of other records.
  public static let open = LeafResult([.satisfied, .violated])
}
