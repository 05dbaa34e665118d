/// Well-formed UTF-8 by table 3-7 of the Unicode standard: no overlong form, no surrogate, nothing beyond U+10FFFF.
enum UTF8Sequence {
  /// The length of the sequence of two to four bytes that begins here; nil where none does.
  @inline(__always)
  static func length(at place: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    let first = bytes[place]
    let rest = bytes.count &- place
    switch first {
    case 0xC2...0xDF:
      guard rest >= 2, isContinuation(bytes[place &+ 1]) else { return nil }
      return 2
    case 0xE0...0xEF:
      guard rest >= 3, isSecond(bytes[place &+ 1], after: first), isContinuation(bytes[place &+ 2]) else {
        return nil
      }
      return 3
    case 0xF0...0xF4:
      guard rest >= 4, isSecond(bytes[place &+ 1], after: first), isContinuation(bytes[place &+ 2]),
        isContinuation(bytes[place &+ 3])
      else { return nil }
      return 4
    default:
      return nil
    }
  }

  /// True where the bytes end inside a sequence that is well-formed so far.
  static func isCut(at place: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard place < bytes.count else { return false }
    let first = bytes[place]
    let wanted: Int
    switch first {
    case 0xC2...0xDF: wanted = 2
    case 0xE0...0xEF: wanted = 3
    case 0xF0...0xF4: wanted = 4
    default: return false
    }
    guard bytes.count - place < wanted else { return false }
    if place + 1 < bytes.count, !isSecond(bytes[place + 1], after: first) { return false }
    if place + 2 < bytes.count, !isContinuation(bytes[place + 2]) { return false }
    return true
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// True where a byte may follow the first of a sequence.
  @inline(__always)
  private static func isSecond(_ byte: UInt8, after first: UInt8) -> Bool {
    switch first {
    case 0xE0: byte & 0xE0 == 0xA0
    case 0xED: byte & 0xE0 == 0x80
    case 0xF0: byte & 0xC0 == 0x80 && byte >= 0x90
    case 0xF4: byte & 0xF0 == 0x80
    default: isContinuation(byte)
    }
  }
}
