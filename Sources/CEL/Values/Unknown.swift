import JSON

/// What keeps a value open: the paths of what is not given, sorted, without duplicates.
public final class Unknown: Sendable {
  /// Never empty; in text form (`indicators.forestCover.actual`), sorted bytewise.
  public let paths: [Text]
  /// Records and collections that the value may turn out to be; lists may hold more elements than they will.
  ///
  /// A field of them that is not given is missing as well: it would be once the paths are given. Not part of what the value
  /// is: only selections and macros look here.
  let candidates: [Value]
  /// What is known of this very value; what is made of it has an extent of its own, or none.
  let extent: Extent?

  /// - Parameter paths: sorted and free of duplicates.
  init(sorted paths: [Text], candidates: [Value] = [], extent: Extent? = nil) {
    self.paths = paths
    self.candidates = candidates
    self.extent = extent
  }

  public convenience init(_ path: Path) { self.init(sorted: [path.text]) }

  /// Everything of a set of paths in text form; nil where there is none.
  public convenience init?(paths: Set<Text>) {
    guard !paths.isEmpty else { return nil }
    self.init(sorted: paths.sorted())
  }

  /// The same paths with other candidates; scalars among them are left out.
  func with(candidates: [Value]) -> Unknown {
    if candidates.isEmpty && self.candidates.isEmpty { return bare }
    return Unknown(sorted: paths, candidates: candidates.flatMap { $0.structured })
  }

  /// The same paths for a value that is a scalar.
  var scalar: Unknown { candidates.isEmpty && extent == nil ? self : Unknown(sorted: paths) }

  /// The same paths and candidates for another value.
  var bare: Unknown { extent == nil ? self : Unknown(sorted: paths, candidates: candidates) }

  /// The same with what is known of the value.
  func with(extent: Extent) -> Unknown {
    Unknown(sorted: paths, candidates: candidates, extent: extent)
  }
}

extension Value {
  /// What a value may be, of records and collections: itself, or the candidates of an unknown one.
  var structured: [Value] {
    switch self {
    case .list, .map, .record, .optional: [self]
    case .unknown(let unknown): unknown.candidates
    default: []
    }
  }
}
