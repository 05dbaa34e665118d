import JSON

/// Search for a text in a text, by bytes; in well-formed UTF-8 a match always begins and ends between code points.
extension Text {
  public func hasPrefix(_ prefix: Text) -> Bool { matches(prefix, at: 0) }

  public func hasSuffix(_ suffix: Text) -> Bool {
    matches(suffix, at: utf8.count - suffix.utf8.count)
  }

  /// Whether `other` occurs; linear in both lengths.
  public func contains(_ other: Text) -> Bool { firstOffset(of: other) != nil }

  /// Where `other` first occurs, in bytes; linear in both lengths.
  ///
  /// - Parameter start: in bytes; occurrences before it don't count.
  public func firstOffset(of other: Text, from start: Int = 0) -> Int? {
    let start = max(start, 0)
    guard other.utf8.count <= utf8.count, start <= utf8.count - other.utf8.count else { return nil }
    guard let first = other.utf8.first else { return start }
    if other.utf8.count > Self.longestCompared { return firstOffset(ofLong: other.utf8, from: start) }
    for offset in start...(utf8.count - other.utf8.count)
    where utf8[offset] == first && matches(other, at: offset) {
      return offset
    }
    return nil
  }

  /// Where `other` last occurs, in bytes; linear in both lengths.
  ///
  /// - Parameter end: in bytes; occurrences that begin after it don't count.
  public func lastOffset(of other: Text, upTo end: Int = .max) -> Int? {
    guard other.utf8.count <= utf8.count, end >= 0 else { return nil }
    let last = min(end, utf8.count - other.utf8.count)
    // Searching both texts backwards, the last occurrence is the first one.
    let mirrored = Text(utf8: utf8[..<(last + other.utf8.count)].reversed())
    return mirrored.firstOffset(of: Text(utf8: other.utf8.reversed())).map { last - $0 }
  }

  private func matches(_ other: Text, at offset: Int) -> Bool {
    guard offset >= 0, other.utf8.count <= utf8.count - offset else { return false }
    for index in other.utf8.indices where utf8[offset + index] != other.utf8[index] { return false }
    return true
  }

  /// Up to this length, trying every offset is linear enough, and needs no table.
  private static let longestCompared = 16

  /// Knuth, Morris and Pratt: never goes back in the text, whatever repeats in the pattern.
  private func firstOffset(ofLong pattern: [UInt8], from start: Int) -> Int? {
    var borders = [Int](repeating: 0, count: pattern.count)
    var length = 0
    for index in 1..<pattern.count {
      while length > 0, pattern[index] != pattern[length] { length = borders[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      borders[index] = length
    }
    length = 0
    for offset in start..<utf8.count {
      while length > 0, utf8[offset] != pattern[length] { length = borders[length - 1] }
      if utf8[offset] == pattern[length] { length += 1 }
      if length == pattern.count { return offset + 1 - length }
    }
    return nil
  }
}
