import JSON

extension Unknown {
  /// All paths and candidates of both; linear in their number.
  public func union(_ other: Unknown) -> Unknown {
    if self === other { return bare }
    // The common case: many values that miss the same one path.
    if paths.count == 1, candidates.isEmpty, other.candidates.isEmpty, paths == other.paths { return bare }
    var merged: [Text] = []
    merged.reserveCapacity(paths.count + other.paths.count)
    var left = paths[...]
    var right = other.paths[...]
    while let a = left.first, let b = right.first {
      if a == b {
        merged.append(a)
        left.removeFirst()
        right.removeFirst()
      } else if a < b {
        merged.append(a)
        left.removeFirst()
      } else {
        merged.append(b)
        right.removeFirst()
      }
    }
    merged += left
    merged += right
    return Unknown(sorted: merged, candidates: candidates + other.candidates)
  }
}
