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

  /// Adds a key unless it is named already.
  mutating func insert(_ key: Text) {
    var one = MemberList()
    one.add(key)
    formUnion(one)
  }

  /// Takes in what the other holds besides: those in both count once, as long as both name all that they count; else
  /// the count is what it is at the least.
  mutating func formUnion(_ other: MemberList) {
    guard count > 0, other.count > 0 else {
      if count == 0 { self = other }
      return
    }
    var union: [Text] = []
    union.reserveCapacity(keys.count + other.keys.count)
    var (own, others) = (keys[...], other.keys[...])
    while let left = own.first, let right = others.first {
      if !(right < left) { own.removeFirst() }
      if !(left < right) { others.removeFirst() }
      union.append(min(left, right))
    }
    union += own + others
    let namesAll = keys.count == count && other.keys.count == other.count
    count = namesAll ? union.count : max(count, other.count, union.count)
    keys = Array(union.prefix(Self.shown))
  }

  /// Leaves out a key that is named.
  mutating func remove(_ key: Text) {
    guard let place = keys.firstIndex(of: key) else { return }
    keys.remove(at: place)
    count -= 1
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
