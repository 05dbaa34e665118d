/// A set of code points in the form in which texts are tested against it.
struct CharacterClass: Hashable, Sendable {
  /// Ascending, with gaps between them.
  let ranges: [ClosedRange<UInt32>]
  let categories: CategoryMask
  let complements: [CharacterClass]
  let isNegated: Bool
  /// One bit for each ASCII character: whether it is in the class, negation included.
  private var asciiLow: UInt64 = 0
  private var asciiHigh: UInt64 = 0

  init(_ set: CodePointSet, isNegated: Bool) {
    ranges = CodePointSet.merged(set.ranges)
    categories = set.categories
    complements = set.complements
    self.isNegated = isNegated
    for codePoint in UInt32(0)..<64 {
      if contains(codePoint, category: nil) { asciiLow |= 1 << UInt64(codePoint) }
      if contains(codePoint + 64, category: nil) { asciiHigh |= 1 << UInt64(codePoint) }
    }
  }

  /// Whether a code point is in the class; logarithmic in the number of ranges.
  func contains(_ codePoint: UInt32) -> Bool {
    if codePoint < 64 { return asciiLow >> UInt64(codePoint) & 1 == 1 }
    if codePoint < 128 { return asciiHigh >> UInt64(codePoint - 64) & 1 == 1 }
    return contains(codePoint, category: nil)
  }

  /// Whether a code point would be in the class if it were of a category.
  ///
  /// - Parameter category: nil for the category that it has.
  func contains(_ codePoint: UInt32, category: CategoryMask?) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < codePoint { low = middle + 1 } else { high = middle }
    }
    if low < ranges.count, ranges[low].lowerBound <= codePoint { return !isNegated }
    if !categories.isEmpty, !categories.isDisjoint(with: category ?? CategoryMask(of: codePoint)) {
      return !isNegated
    }
    for part in complements where part.contains(codePoint, category: category) { return !isNegated }
    return isNegated
  }

  /// Whether membership of some code point depends on its category.
  var dependsOnCategory: Bool {
    if !categories.isEmpty { return true }
    for part in complements where part.dependsOnCategory { return true }
    return false
  }

  /// Adds the code points at which membership may change, categories aside.
  func appendBoundaries(to boundaries: inout [UInt32]) {
    for range in ranges {
      boundaries.append(range.lowerBound)
      boundaries.append(range.upperBound + 1)
    }
    for part in complements { part.appendBoundaries(to: &boundaries) }
  }
}
