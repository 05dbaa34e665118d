import JSON

/// What tells a record from every other: sixteen bytes that stand for its type and key, and its line.
public struct KeyMark: Sendable, BitwiseCopyable {
  let high: UInt64
  let low: UInt64
  /// Of the chunk, from 0, until the chunk's own line is known.
  public let line: Int

  /// Keys of so many bytes are their own marks.
  private static let longestOwn = 15

  /// A key of up to fifteen bytes is its own mark; of longer ones two hashes are taken that nobody can foresee.
  @inline(__always)
  init(_ key: UnsafeBufferPointer<UInt8>, line: Int) {
    self.line = line
    guard key.count <= Self.longestOwn, let start = key.baseAddress else {
      (low, high) = Self.hashes(key)
      return
    }
    let raw = UnsafeRawPointer(start)
    let length = UInt64(key.count) << 56
    if key.count >= 8 {
      low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
      // The last eight bytes, without those that `low` holds.
      let tail = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: key.count - 8, as: UInt64.self))
      high = tail >> UInt64(8 * (16 - key.count)) | length
    } else {
      var bytes: UInt64 = 0
      for place in 0..<key.count { bytes |= UInt64(start[place]) << UInt64(8 * place) }
      (low, high) = (bytes, length)
    }
  }

  @inline(never)
  private static func hashes(_ key: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
    var (first, second) = (Hasher(), Hasher())
    second.combine(key.count)
    first.combine(bytes: UnsafeRawBufferPointer(key))
    second.combine(bytes: UnsafeRawBufferPointer(key))
    // The highest byte tells it from a mark that is a key.
    return (
      UInt64(bitPattern: Int64(first.finalize())),
      UInt64(bitPattern: Int64(second.finalize())) | 0xFF << 56
    )
  }

  /// True where the mark is the key itself.
  @inline(__always)
  var isKey: Bool { high >> 56 != 0xFF }

  /// The key, of a mark that is one.
  var key: [UInt8] {
    (0..<Int(high >> 56)).map { place in
      UInt8(truncatingIfNeeded: (place < 8 ? low : high) >> UInt64(8 * (place & 7)))
    }
  }

  /// True where this key stands before another, byte by byte; both marks are keys.
  @inline(__always)
  func precedes(_ other: KeyMark) -> Bool {
    // With zeros behind, a key that another begins with comes first by its length, which is the lowest byte then.
    low == other.low
      ? high.byteSwapped < other.high.byteSwapped : low.byteSwapped < other.low.byteSwapped
  }
}
