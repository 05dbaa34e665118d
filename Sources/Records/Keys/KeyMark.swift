import JSON

/// What tells a record from every other: sixteen bytes that stand for its type and key, and its line.
public struct KeyMark: Sendable, BitwiseCopyable {
  let high: UInt64
  let low: UInt64
  /// Of the chunk, from 0, until the chunk's own line is known.
  public let line: Int

  /// A key of up to fifteen bytes is its own mark; of longer ones two hashes are taken that nobody can foresee.
  init(_ key: UnsafeBufferPointer<UInt8>, line: Int) {
    self.line = line
    if key.count <= 15 {
      var (low, high) = (0 as UInt64, UInt64(key.count) << 56)
      for place in 0..<min(8, key.count) { low |= UInt64(key[place]) << UInt64(8 * place) }
      for place in min(8, key.count)..<key.count { high |= UInt64(key[place]) << UInt64(8 * (place - 8)) }
      (self.low, self.high) = (low, high)
      return
    }
    var (first, second) = (Hasher(), Hasher())
    second.combine(key.count)
    first.combine(bytes: UnsafeRawBufferPointer(key))
    second.combine(bytes: UnsafeRawBufferPointer(key))
    low = UInt64(bitPattern: Int64(first.finalize()))
    // The highest byte tells it from a mark that is a key.
    high = UInt64(bitPattern: Int64(second.finalize())) | 0xFF << 56
  }
}
