/// Records of which nothing is known.
public struct LostRecords: Sendable, Equatable {
  public private(set) var count = 0
  /// True where any number of others after one of them could not be read either.
  public private(set) var isEndless = false

  public init() {}

  /// How many they may be; without end it is a number that all records in memory stay below, and that a few more are
  /// added to without overflow where `Int` has 32 bits.
  var most: Int { isEndless ? Int.max / 4 : count }

  mutating func add(endsSource: Bool) {
    count += 1
    isEndless = isEndless || endsSource
  }

  mutating func merge(_ other: LostRecords) {
    count += other.count
    isEndless = isEndless || other.isEndless
  }

  mutating func code(_ archive: inout StateArchive) {
    archive.code(&count)
    archive.code(&isEndless)
  }
}
