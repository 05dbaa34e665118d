import JSON

/// The first members of a group by their keys, and how many there are.
///
/// The same for any order in which members come and lists are merged.
public struct MemberList: Sendable, Equatable {
  /// Sorted bytewise; the first hundred.
  public private(set) var keys: [Text] = []
  public private(set) var count = 0

  /// More are counted and not named.
  public static let shown = 100

  public init() {}

  mutating func add(_ key: Text) {
    count += 1
    if keys.count == Self.shown, let last = keys.last, !(key < last) { return }
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    keys.insert(key, at: low)
    if keys.count > Self.shown { keys.removeLast() }
  }

  mutating func addUnnamed(_ more: Int) { count += more }

  mutating func merge(_ other: MemberList) {
    let total = count + other.count
    for key in other.keys { add(key) }
    count = total
  }

  mutating func code(_ archive: inout StateArchive) {
    archive.code(&keys)
    archive.code(&count)
  }
}
