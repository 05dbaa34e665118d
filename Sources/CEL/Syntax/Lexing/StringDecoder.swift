import JSON

/// Reads what a string or bytes literal says: takes off prefix and quotes, resolves escapes.
struct StringDecoder {
  private let bytes: [UInt8]
  private let isBytes: Bool
  private var place: Int
  private let end: Int
  private let isRaw: Bool
  private var output: [UInt8] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter token: a complete literal of kind `string` or `bytes`.
  init(_ token: Token, in bytes: [UInt8]) {
    self.bytes = bytes
    isBytes = token.kind == .bytes
    var start = token.start
    var isRaw = false
    while bytes[start].isIdentifierPart {
      isRaw = isRaw || bytes[start] | 0x20 == UInt8(ascii: "r")
      start += 1
    }
    let quote = bytes[start]
    let isTriple = token.end - start >= 6 && bytes[start + 1] == quote && bytes[start + 2] == quote
    place = start + (isTriple ? 3 : 1)
    end = token.end - (isTriple ? 3 : 1)
    self.isRaw = isRaw
  }

  /// The content; escapes that mean nothing are reported and left out.
  mutating func decode() -> [UInt8] {
    guard !isRaw else { return Array(bytes[place..<end]) }
    output.reserveCapacity(end - place)
    while place < end {
      let next = bytes[place]
      if next == UInt8(ascii: "\\") {
        escape()
      } else {
        output.append(next)
        place += 1
      }
    }
    return output
  }

  /// The escape whose backslash is at the place.
  private mutating func escape() {
    let start = place
    place += 1
    guard place < end else { return }
    let letter = bytes[place]
    place += 1
    switch letter {
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      output.append(letter)
    case UInt8(ascii: "a"): output.append(0x07)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "v"): output.append(0x0B)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): append(digits(2, radix: 16), from: start)
    case UInt8(ascii: "u") where !isBytes: append(pairedUnit(), from: start)
    case UInt8(ascii: "U") where !isBytes: append(digits(8, radix: 16), from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      place -= 1
      append(digits(3, radix: 8), from: start)
    default:
      while place < end, bytes[place] & 0xC0 == 0x80 { place += 1 }
      report(from: start)
    }
  }

  /// A fixed number of digits; nil where there are fewer.
  private mutating func digits(_ count: Int, radix: UInt32) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard place < end, let digit = bytes[place].hexadecimalValue, UInt32(digit) < radix else { return nil }
      value = value &* radix &+ UInt32(digit)
      place += 1
    }
    return value
  }

  /// The four digits behind `\u`, joined with a second escape where they are the first half of a surrogate pair.
  private mutating func pairedUnit() -> UInt32? {
    guard let first = digits(4, radix: 16) else { return nil }
    guard 0xD800..<0xDC00 ~= first, place + 1 < end, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    else { return first }
    place += 2
    guard let second = digits(4, radix: 16), 0xDC00..<0xE000 ~= second else { return nil }
    return 0x10000 &+ (first &- 0xD800) << 10 &+ (second &- 0xDC00)
  }

  /// Appends an octet to bytes, a code point to a string.
  private mutating func append(_ value: UInt32?, from start: Int) {
    guard let value else { return report(from: start) }
    if isBytes {
      output.append(UInt8(truncatingIfNeeded: value))
    } else if let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) {
      output.append(contentsOf: encoded)
    } else {
      report(from: start)
    }
  }

  private mutating func report(from start: Int) {
    diagnostics.append(
      Diagnostic(.invalidEscape, SourceRange(start, place), [Text(utf8: bytes[start..<place])]))
  }
}
