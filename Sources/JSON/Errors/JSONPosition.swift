/// A place in a source.
public struct JSONPosition: Hashable, Sendable {
  /// Bytes before the place, from 0.
  public var byte: Int
  /// Line feeds before the place, plus 1.
  public var line: Int
  /// Characters (Unicode scalars) before the place in its line, plus 1.
  public var column: Int

  public init(byte: Int, line: Int, column: Int) {
    self.byte = byte
    self.line = line
    self.column = column
  }

  /// The first byte of a source.
  public static let start = JSONPosition(byte: 0, line: 1, column: 1)

  /// The place behind `passed`, if they begin here; linear in the number of bytes.
  public func advanced(over passed: some Sequence<UInt8>) -> JSONPosition {
    var place = self
    for byte in passed {
      place.byte &+= 1
      if byte == UInt8(ascii: "\n") {
        place.line &+= 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column &+= 1
      }
    }
    return place
  }
}

extension JSONPosition: Comparable {
  public static func < (left: JSONPosition, right: JSONPosition) -> Bool { left.byte < right.byte }
}
