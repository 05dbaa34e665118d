import JSON
import Platform

/// A moving view of a source: the bytes from the next one on, as far as they have been fetched.
struct SourceWindow {
  private let reader: ByteReader
  /// What has been fetched and not dropped; documents that were read from it share it.
  private(set) var bytes: [UInt8] = []
  /// The next byte of `bytes`.
  private(set) var offset = 0
  /// Where the next byte stands in the source.
  private(set) var place = JSONPosition.start
  private(set) var isAtEnd = false

  init(_ reader: ByteReader) { self.reader = reader }

  /// The bytes that are still to be read.
  var unread: Range<Int> { offset..<bytes.count }

  /// The next byte, if it has been fetched.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Drops what has been passed and fetches at least as much as is left, so that a long value is copied O(1) times
  /// a byte.
  ///
  /// - Returns: false where the source has no more.
  mutating func fetch() throws(SourceError) -> Bool {
    guard !isAtEnd, let first = try reader.piece() else {
      isAtEnd = true
      return false
    }
    var joined: [UInt8] = []
    joined.reserveCapacity(unread.count + max(unread.count, first.count))
    joined += bytes[unread]
    joined += first
    while joined.count < 2 * unread.count {
      guard let piece = try reader.piece() else {
        isAtEnd = true
        break
      }
      joined += piece
    }
    bytes = joined
    offset = 0
    return true
  }

  /// Passes the bytes before `end`.
  mutating func advance(to end: Int) {
    let passed = bytes[offset..<end]
    passed.withUnsafeBytes { passed in
      place.byte += passed.count
      // Most records are lines of their own: the column needs only what follows the last line feed.
      var lines = 0
      for byte in passed { lines &+= byte == UInt8(ascii: "\n") ? 1 : 0 }
      place.line += lines
      let tail = lines == 0 ? 0 : (passed.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
      var column = lines == 0 ? place.column : 1
      for byte in passed[tail...] { column &+= byte & 0xC0 == 0x80 ? 0 : 1 }
      place.column = column
    }
    offset = end
  }

  /// Passes white space, fetching on.
  mutating func skipSpace() throws(SourceError) {
    while true {
      advance(to: bytes[unread].firstIndex { !$0.isJSONSpace } ?? bytes.count)
      guard next == nil, try fetch() else { return }
    }
  }

  /// The place of the next line feed among the fetched bytes.
  func lineFeed() -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard offset < buffer.count, let start = buffer.baseAddress,
        let found = memchr(start + offset, 0x0A, buffer.count - offset)
      else { return nil }
      return UnsafeRawPointer(found) - start
    }
  }
}

extension UInt8 {
  /// True for what RFC 8259 takes for white space.
  var isJSONSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
