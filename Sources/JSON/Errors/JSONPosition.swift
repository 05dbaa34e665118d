/// A place in a source.
public struct JSONPosition: Hashable, Sendable {
  /// Bytes before the place, from 0.
  public var byte: Int
  /// Line feeds before the place, plus 1.
  public var line: Int
  /// Characters (Unicode scalars) before the place in its line, plus 1.
  public var column: Int

  /// A place; see its properties for where they count from.
  public init(byte: Int, line: Int, column: Int) {
    self.byte = byte
    self.line = line
    self.column = column
  }

  /// The first byte of a source.
  public static let start = JSONPosition(byte: 0, line: 1, column: 1)

  /// The place behind `passed`, if they begin here; linear in the number of bytes, at memory speed.
  public func advanced(over passed: ArraySlice<UInt8>) -> JSONPosition {
    passed.withUnsafeBufferPointer { passed in
      var place = self
      place.byte += passed.count
      var lineStart = passed.count
      while lineStart > 0, passed[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
      if lineStart > 0 {
        place.line += Self.count(in: passed[..<lineStart]) { $0 == UInt8(ascii: "\n") }
        place.column = 1
      }
      // A character of UTF-8 has one byte that continues none.
      place.column += Self.count(in: passed[lineStart...]) { $0 & 0xC0 != 0x80 }
      return place
    }
  }

  /// The number of bytes that match, by a loop without branches.
  @inline(__always)
  private static func count(in bytes: Slice<UnsafeBufferPointer<UInt8>>, _ matches: (UInt8) -> Bool) -> Int {
    var count = 0
    for byte in UnsafeBufferPointer(rebasing: bytes) { count &+= matches(byte) ? 1 : 0 }
    return count
  }
}

extension JSONPosition: Comparable {
  public static func < (left: JSONPosition, right: JSONPosition) -> Bool { left.byte < right.byte }
}
