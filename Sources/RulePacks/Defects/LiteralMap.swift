import JSON

/// Finds the bytes of a file that a range of a string's decoded text was written as.
///
/// An expression is parsed without the escapes of JSON; its diagnostics must still point into the file.
struct LiteralMap {
  private let node: JSONNode

  init(_ node: JSONNode) { self.node = node }

  /// The range in `node.document.bytes`; an empty range becomes the place before its byte.
  ///
  /// Linear in the length of the string.
  func range(ofDecoded range: Range<Int>) -> Range<Int> {
    guard node.kind == .string else { return node.range }
    let start = sourceOffset(ofDecoded: range.lowerBound)
    return start..<max(start, sourceOffset(ofDecoded: range.upperBound))
  }

  private func sourceOffset(ofDecoded target: Int) -> Int {
    let bytes = node.document.bytes
    var place = node.range.lowerBound + 1
    let end = node.range.upperBound - 1
    var decoded = 0
    while place < end, decoded < target {
      let (written, read) = Self.step(bytes, place, end)
      place += written
      decoded += read
    }
    return min(place, end)
  }

  /// How many bytes the next character takes in the file, and how many it is read as.
  private static func step(_ bytes: [UInt8], _ place: Int, _ end: Int) -> (written: Int, read: Int) {
    guard bytes[place] == UInt8(ascii: "\\"), place + 1 < end else { return (1, 1) }
    guard bytes[place + 1] == UInt8(ascii: "u"), place + 5 < end else { return (2, 1) }
    let digits = bytes[(place + 2)..<(place + 6)]
    let unit = digits.reduce(UInt32(0)) { $0 << 4 | UInt32($1.hexadecimalValue ?? 0) }
    switch unit {
    case ..<0x80: return (6, 1)
    case ..<0x800: return (6, 2)
    case 0xD800..<0xDC00: return (12, 4)
    default: return (6, 3)
    }
  }
}
