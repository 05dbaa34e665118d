import JSON

/// Did-you-mean: which of the known names an unknown one was probably meant to be.
public enum Suggestion {
  /// The candidate nearest to a name, or nil where none is near enough.
  ///
  /// Distance is the restricted Damerau–Levenshtein distance over code points (insert, delete, replace, swap of
  /// neighbours), with ASCII letters compared without case. Near enough is a third of the name's length, rounded up,
  /// and less than the whole name. Of equally near candidates the one that differs least in length, then the first in
  /// order of bytes, is taken, so the answer does not depend on the order of the candidates. Names longer than 128
  /// code points have none.
  public static func nearest(to name: Text, among candidates: some Sequence<Text>) -> Text? {
    let target = folded(name)
    guard !target.isEmpty, target.count <= 128 else { return nil }
    let limit = min((target.count + 2) / 3, target.count - 1)
    var best: (distance: Int, gap: Int, name: Text)?
    for candidate in candidates where candidate != name {
      let other = folded(candidate)
      let gap = abs(other.count - target.count)
      guard gap <= (best?.distance ?? limit) else { continue }
      guard let distance = distance(target, other, atMost: best?.distance ?? limit) else { continue }
      let isBetter =
        best.map { distance < $0.distance || gap < $0.gap || (gap == $0.gap && candidate < $0.name) } ?? true
      if isBetter { best = (distance, gap, candidate) }
    }
    return best?.name
  }

  private static func folded(_ name: Text) -> [UInt32] {
    name.string.unicodeScalars.map { scalar in
      ("A"..."Z").contains(scalar) ? scalar.value + 32 : scalar.value
    }
  }

  /// Nil where the distance is above the limit; time is the product of the lengths.
  static func distance(_ left: [UInt32], _ right: [UInt32], atMost limit: Int) -> Int? {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        var least = min(previous[column + 1], current[column]) + 1
        least = min(least, previous[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, beforePrevious[column - 1] + 1)
        }
        current.append(least)
      }
      if let smallest = current.min(), smallest > limit { return nil }
      beforePrevious = previous
      previous = current
    }
    guard let distance = previous.last, distance <= limit else { return nil }
    return distance
  }
}
