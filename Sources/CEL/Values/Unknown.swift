import JSON

/// What keeps a value open: the paths of what is not given, sorted, without duplicates.
public final class Unknown: Sendable {
  /// Never empty; in text form (`indicators.forestCover.actual`), sorted bytewise.
  public let paths: [Text]

  /// - Parameter paths: sorted and free of duplicates.
  init(sorted paths: [Text]) { self.paths = paths }

  public convenience init(_ path: Path) { self.init(sorted: [path.text]) }
}
