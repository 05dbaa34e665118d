import JSON

/// Positions by code point, as CEL's functions of strings count; all linear in the bytes that they pass.
extension Text {
  /// The number of code points: CEL's `size(string)`.
  public var codePointCount: Int {
    var count = 0
    for byte in utf8 where !byte.isContinuation { count += 1 }
    return count
  }

  /// Where the code point of an index begins, in bytes; the length of the text for the index after the last one.
  ///
  /// - Returns: nil for an index outside 0 … count.
  public func byteOffset(ofCodePoint index: Int64) -> Int? {
    guard index >= 0 else { return nil }
    var rest = index
    for offset in utf8.indices where !utf8[offset].isContinuation {
      if rest == 0 { return offset }
      rest -= 1
    }
    return rest == 0 ? utf8.count : nil
  }

  /// The index of the code point that begins at an offset in bytes.
  ///
  /// - Parameter offset: 0 … the length of the text; counts as the nearest of these where it lies outside.
  public func codePointIndex(atByteOffset offset: Int) -> Int64 {
    var index: Int64 = 0
    for byte in utf8[..<min(max(offset, 0), utf8.count)] where !byte.isContinuation { index += 1 }
    return index
  }

  /// The code points from `start` up to, not including, `end`.
  ///
  /// - Returns: nil where the two are out of order or outside 0 … count.
  public func slice(codePoints start: Int64, _ end: Int64) -> Text? {
    guard start <= end, let first = byteOffset(ofCodePoint: start) else { return nil }
    var last = first
    var rest = end - start
    while rest > 0, last < utf8.count {
      last += 1
      while last < utf8.count, utf8[last].isContinuation { last += 1 }
      rest -= 1
    }
    return rest == 0 ? Text(utf8: utf8[first..<last]) : nil
  }

  /// The code points in reverse order.
  public var reversedByCodePoints: Text {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var end = utf8.count
    while end > 0 {
      var start = end - 1
      while start > 0, utf8[start].isContinuation { start -= 1 }
      bytes += utf8[start..<end]
      end = start
    }
    return Text(utf8: bytes)
  }
}

extension UInt8 {
  /// Whether the byte continues a code point rather than beginning one.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
}
