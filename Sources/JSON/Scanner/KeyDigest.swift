/// A 64-bit digest of a decoded key, for fast comparison; not a defence against chosen collisions.
enum KeyDigest {
  /// The digest of the bytes that a string in the source stands for.
  @inline(__always)
  static func of(_ lexeme: JSONLexeme, in bytes: UnsafeRawBufferPointer) -> UInt64 {
    if lexeme.isEscaped { return ofEscaped(lexeme, in: bytes) }
    return of(UnsafeRawBufferPointer(rebasing: bytes[lexeme.start..<lexeme.end]))
  }

  /// The digest of bytes as they are.
  static func of(_ key: [UInt8]) -> UInt64 {
    key.withUnsafeBytes { of($0) }
  }

  @inline(never)
  private static func ofEscaped(_ lexeme: JSONLexeme, in bytes: UnsafeRawBufferPointer) -> UInt64 {
    of(lexeme.decoded(from: bytes))
  }

  /// Words of eight bytes, the last of them overlapping; shorter keys byte by byte into one word.
  @inline(__always)
  private static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    var digest = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    if count >= 8 {
      var place = 0
      while place &+ 8 < count {
        digest = mix(digest, word(at: place, in: bytes))
        place &+= 8
      }
      return mix(digest, word(at: count &- 8, in: bytes))
    }
    var word: UInt64 = 0
    for byte in bytes { word = word &<< 8 | UInt64(byte) }
    return mix(digest, word)
  }

  @inline(__always)
  private static func word(at place: Int, in bytes: UnsafeRawBufferPointer) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  @inline(__always)
  private static func mix(_ digest: UInt64, _ word: UInt64) -> UInt64 {
    let product = (digest ^ word) &* 0xFF51_AFD7_ED55_8CCD
    return product ^ (product &>> 32)
  }
}
