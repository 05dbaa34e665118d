/// UTF-8 text that is equal, hashed and ordered by its bytes.
///
/// Swift's `String` compares by canonical equivalence, which is neither what CEL nor what JSON means by
/// equality; everything below `RulePacks` therefore carries text as bytes.
public struct Text: Hashable, Sendable {
  /// The bytes; well-formed UTF-8 wherever the text came from a reader of this package.
  public var utf8: [UInt8]

  /// Wraps bytes without validating them.
  public init(utf8: [UInt8]) { self.utf8 = utf8 }

  /// Copies bytes without validating them.
  public init(utf8 bytes: some Sequence<UInt8>) { utf8 = Array(bytes) }

  /// The UTF-8 form of a string.
  public init(_ string: String) { utf8 = Array(string.utf8) }

  /// True where there is no byte.
  public var isEmpty: Bool { utf8.isEmpty }

  /// The bytes as a Swift string; ill-formed sequences become U+FFFD.
  public var string: String { String(decoding: utf8, as: UTF8.self) }
}

extension Text {
  /// True for the same bytes.
  @_disfavoredOverload
  public static func == (left: Text, right: Text) -> Bool {
    left.utf8.withUnsafeBytes { left in right.utf8.withUnsafeBytes { left.isEqual(to: $0) } }
  }

  /// The same for a literal, of which no text is made.
  public static func == (text: Text, literal: StaticString) -> Bool { literal ~= text }

  // An array of bytes would hash them one by one, and bytes of any number are taken word by word with care for the rest.
  public func hash(into hasher: inout Hasher) {
    utf8.withUnsafeBytes { bytes in
      let count = bytes.count
      switch count {
      case 8...16:
        hasher.combine(bytes.loadUnaligned(as: UInt64.self))
        hasher.combine(
          bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) ^ UInt64(count) << 56)
      case 4..<8:
        let first = UInt64(bytes.loadUnaligned(as: UInt32.self))
        let last = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
        hasher.combine((first << 32 | last) ^ UInt64(count) << 56)
      case 0..<4:
        var word = UInt64(count)
        for byte in bytes { word = word << 8 | UInt64(byte) }
        hasher.combine(word)
      default:
        hasher.combine(count)
        hasher.combine(bytes: bytes)
      }
    }
  }
}

extension Text: Comparable {
  /// Orders by bytes, which for UTF-8 is the order of code points.
  public static func < (left: Text, right: Text) -> Bool {
    left.utf8.withUnsafeBytes { left in right.utf8.withUnsafeBytes { left.precedes($0) } }
  }
}

extension Text: ExpressibleByStringLiteral {
  public init(stringLiteral value: StaticString) {
    utf8 = value.withUTF8Buffer { Array($0) }
  }
}

extension Text {
  /// Matches a literal in a `switch` byte by byte, without making a text of it.
  public static func ~= (literal: StaticString, text: Text) -> Bool {
    text.utf8.withUnsafeBytes { bytes in
      literal.withUTF8Buffer { bytes.isEqual(to: UnsafeRawBufferPointer($0)) }
    }
  }
}

extension Text: CustomStringConvertible {
  public var description: String { string }
}

extension Text {
  public static func + (left: Text, right: Text) -> Text { Text(utf8: left.utf8 + right.utf8) }
  public static func += (left: inout Text, right: Text) { left.utf8 += right.utf8 }
}
