/// The keys of one batch of records, in order.
public struct BatchKeys: Sendable {
  public private(set) var marks: [KeyMark] = []
  /// True where each key is greater than the one before.
  private(set) var isAscending = true
  /// The first key, and the last where its mark is not the key itself.
  private(set) var first: [UInt8] = []
  private var lastLong: [UInt8] = []

  public init() {}

  /// The bytes of one key and no other.
  public init(_ key: [UInt8], line: Int) {
    key.withUnsafeBufferPointer { append($0, line: line) }
  }

  /// Makes room for so many keys.
  public mutating func reserve(_ count: Int) { marks.reserveCapacity(count) }

  /// The last key.
  var last: [UInt8] { marks.last.map { $0.isKey ? $0.key : lastLong } ?? [] }

  @inline(__always)
  public mutating func append(_ key: UnsafeBufferPointer<UInt8>, line: Int) {
    let mark = KeyMark(key, line: line)
    if let last = marks.last, last.isKey, mark.isKey {
      if isAscending { isAscending = last.precedes(mark) }
    } else {
      compare(key, mark)
    }
    marks.append(mark)
  }

  /// Takes in the first key, or one beside one that is longer than its mark.
  @inline(never)
  private mutating func compare(_ key: UnsafeBufferPointer<UInt8>, _ mark: KeyMark) {
    if marks.isEmpty {
      first = Array(key)
    } else if isAscending {
      isAscending = last.lexicographicallyPrecedes(key)
    }
    if !mark.isKey { lastLong = Array(key) }
  }
}
