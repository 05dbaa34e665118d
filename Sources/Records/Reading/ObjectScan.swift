/// Walks over an object by its brackets and quotes alone, eight bytes of a string at a time.
///
/// Whether it is JSON is for others to see. It takes nothing that `BrokenElementSkip` would not pass, so that whoever finds the
/// object broken goes on behind it.
enum ObjectScan {
  enum Ending {
    /// The place behind the closing brace.
    case end(Int)
    /// The bytes end before the object does.
    case cut
    /// Brackets don't match or nest too deep, or a string holds a control character.
    case unusual
  }

  /// Brackets that may be open at once.
  private static let depth = UInt64.bitWidth

  /// - Parameter start: of the opening brace.
  static func ending(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Ending {
    // Of the open brackets, one bit each, the innermost last: set for a brace.
    var braces: UInt64 = 0
    var depth = 0
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      place &+= 1
      switch byte {
      case UInt8(ascii: "\""):
        switch string(bytes, from: place) {
        case .end(let end): place = end
        case let other: return other
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard depth < Self.depth else { return .unusual }
        depth &+= 1
        braces = braces &<< 1 | (byte == UInt8(ascii: "{") ? 1 : 0)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard braces & 1 == (byte == UInt8(ascii: "}") ? 1 : 0) else { return .unusual }
        braces &>>= 1
        depth &-= 1
        if depth == 0 { return .end(place) }
      default: break
      }
    }
    return .cut
  }

  /// The high bit of each byte that is a quote, a backslash or a control character.
  ///
  /// Only the lowest bit set is certain: borrows may raise bits above it.
  private static func stops(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    return ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word)
      & (ones &* 0x80)
  }

  /// - Parameter start: behind the opening quote.
  /// - Returns: the place behind the closing one.
  private static func string(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Ending {
    var place = start
    while place < bytes.count {
      while place &+ 8 <= bytes.count {
        let stops = stops(in: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
        guard stops == 0 else {
          place &+= stops.trailingZeroBitCount &>> 3
          break
        }
        place &+= 8
      }
      guard place < bytes.count else { return .cut }
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") { return .end(place &+ 1) }
      guard byte >= 0x20 else { return .unusual }
      place &+= byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return .cut
  }
}
