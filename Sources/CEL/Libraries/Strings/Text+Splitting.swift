import JSON

extension Text {
  /// The offset behind the code point that begins at an offset in bytes; the length of the text at its end.
  func endOfCodePoint(at start: Int) -> Int {
    guard start < utf8.count else { return utf8.count }
    var end = start + 1
    while end < utf8.count, utf8[end].isContinuation { end += 1 }
    return end
  }

  /// The parts between separators, or the code points where the separator is empty.
  ///
  /// - Parameter limit: the most parts to make, the last with all that is left; below zero, no limit.
  /// - Returns: nil where there are more parts than a list may have.
  func split(by separator: Text, limit: Int64) -> [Text]? {
    guard limit != 0 else { return [] }
    if separator.isEmpty, isEmpty { return [] }
    var parts: [Text] = []
    var start = 0
    while limit < 0 || Int64(parts.count) < limit - 1 {
      let end: Int
      if separator.isEmpty {
        end = endOfCodePoint(at: start)
        guard end < utf8.count else { break }
      } else {
        guard let found = firstOffset(of: separator, from: start) else { break }
        end = found
      }
      guard parts.count < SizeLimits.list else { return nil }
      parts.append(Text(utf8: utf8[start..<end]))
      start = end + separator.utf8.count
    }
    parts.append(Text(utf8: utf8[start...]))
    return parts
  }

  /// The text with a part replaced wherever it occurs; an empty part occurs before each code point and at the end.
  ///
  /// - Parameter limit: the most replacements to make, from the start; below zero, no limit.
  /// - Returns: nil where the result is longer than a text may be.
  func replacing(_ part: Text, with replacement: Text, limit: Int64) -> Text? {
    var bytes: [UInt8] = []
    var start = 0
    var count: Int64 = 0
    while limit < 0 || count < limit, let found = firstOffset(of: part, from: start) {
      bytes += utf8[start..<found]
      bytes += replacement.utf8
      start = found + part.utf8.count
      count += 1
      if part.isEmpty {
        guard found < utf8.count else { break }
        start = endOfCodePoint(at: found)
        bytes += utf8[found..<start]
      }
      guard bytes.count <= SizeLimits.text else { return nil }
    }
    bytes += utf8[min(start, utf8.count)...]
    return Text(utf8: bytes)
  }

  /// The text without white space, as Unicode defines it, at both ends.
  var trimmed: Text {
    var start = utf8.count
    var end = 0
    var place = 0
    while place < utf8.count {
      let next = endOfCodePoint(at: place)
      if !Text.isWhitespace(utf8[place..<next]) {
        start = min(start, place)
        end = next
      }
      place = next
    }
    return start < end ? Text(utf8: utf8[start..<end]) : Text(utf8: [])
  }

  /// Whether a code point has Unicode's property White_Space; the list has been the same since version 6.3.
  private static func isWhitespace(_ codePoint: ArraySlice<UInt8>) -> Bool {
    switch codePoint.count {
    case 1: return codePoint.allSatisfy { $0 == 0x20 || 0x09...0x0D ~= $0 }
    case 2: return codePoint.elementsEqual([0xC2, 0x85]) || codePoint.elementsEqual([0xC2, 0xA0])
    case 3:
      let value = codePoint.reduce(UInt32(0)) { $0 << 6 | UInt32($1 & 0x3F) } & 0xFFFF
      switch value {
      case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
      default: return false
      }
    default: return false
    }
  }

  /// The text in double quotes, with escapes as in a literal; ill-formed bytes become U+FFFD.
  var quoted: Text {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in string.utf8 {
      switch byte {
      case 0x07: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "a")]
      case 0x08: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "b")]
      case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0B: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "v")]
      case 0x0C: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "f")]
      case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    return Text(utf8: bytes)
  }
}
