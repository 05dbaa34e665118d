extension JSONLexeme {
  /// The bytes that the string stands for; the scanner has validated it.
  func decoded(from bytes: UnsafeRawBufferPointer) -> [UInt8] {
    if !isEscaped { return Array(bytes.part(start..<end)) }
    var text: [UInt8] = []
    text.reserveCapacity(end - start)
    var place = start
    while place < end {
      let run = place
      while place < end, bytes[place] != UInt8(ascii: "\\") || place + 1 == end { place += 1 }
      text.append(contentsOf: bytes.part(run..<place))
      guard place < end else { break }
      place += 2
      switch bytes[place - 1] {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        var scalar = Self.codeUnit(at: place, in: bytes)
        place += 4
        if scalar & 0xFC00 == 0xD800 {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + Self.codeUnit(at: place + 2, in: bytes) & 0x3FF
          place += 6
        }
        Self.append(scalar, to: &text)
      case let plain: text.append(plain)
      }
    }
    return text
  }

  /// The value of four hexadecimal digits.
  private static func codeUnit(at place: Int, in bytes: UnsafeRawBufferPointer) -> UInt32 {
    var unit: UInt32 = 0
    for digit in place..<place + 4 {
      unit = unit << 4 | UInt32(bytes[digit].hexadecimalValue ?? 0)
    }
    return unit
  }

  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    switch scalar {
    case ..<0x80:
      text.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      text.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      text.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case ..<0x10000:
      text.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      text.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      text.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      text.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      text.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
