/// A set of code points while a pattern is read: a union of ranges, general categories and complements.
struct CodePointSet {
  /// In any order, overlapping or not.
  private(set) var ranges: [ClosedRange<UInt32>] = []
  private(set) var categories: CategoryMask = []
  /// Complements that are neither ranges nor categories alone, such as `\P{Lu}` when case is ignored.
  private(set) var complements: [CharacterClass] = []

  static let last: UInt32 = 0x10FFFF

  init() {}
  init(_ range: ClosedRange<UInt32>) { ranges = [range] }
  init(_ ranges: [ClosedRange<UInt32>]) { self.ranges = ranges }
  init(_ categories: CategoryMask) { self.categories = categories }

  mutating func formUnion(_ other: CodePointSet) {
    ranges += other.ranges
    categories.formUnion(other.categories)
    complements += other.complements
  }

  /// All other code points.
  var complement: CodePointSet {
    var result = CodePointSet()
    if complements.isEmpty, categories.isEmpty {
      result.ranges = Self.gaps(of: ranges)
    } else if complements.isEmpty, ranges.isEmpty {
      result.categories = CategoryMask.all.subtracting(categories)
    } else {
      result.complements = [CharacterClass(self, isNegated: true)]
    }
    return result
  }

  /// The set with whatever differs in case only from a member.
  var foldingCase: CodePointSet {
    var result = self
    // The least of each case first, then all that have it: cases of three and more close in two passes.
    let members = CharacterClass(self, isNegated: false)
    CaseFolding.forEachPair { codePoint, least in
      if members.contains(codePoint), !members.contains(least) { result.ranges.append(least...least) }
    }
    let closed = CharacterClass(result, isNegated: false)
    CaseFolding.forEachPair { codePoint, least in
      if closed.contains(least), !closed.contains(codePoint) { result.ranges.append(codePoint...codePoint) }
    }
    return result
  }

  /// The same ranges in ascending order, with gaps between them.
  static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let previous = merged.last, range.lowerBound <= previous.upperBound + 1 {
        merged[merged.count - 1] = previous.lowerBound...max(previous.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  private static func gaps(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in merged(ranges) {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= last { gaps.append(next...last) }
    return gaps
  }
}
