/// A digest of a decoded key, for fast comparison; no defence against chosen collisions.
///
/// Words of eight bytes are added one by one; the last, of none to seven bytes, comes with the length.
struct KeyDigest {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  init() {}

  /// The digest of what a string in the source stands for.
  init(of lexeme: JSONLexeme, in bytes: UnsafeRawBufferPointer) {
    if lexeme.isEscaped {
      self.init(of: lexeme.decoded(from: bytes))
    } else {
      self.init(of: bytes.part(lexeme.start..<lexeme.end))
    }
  }

  /// The digest of bytes as they are.
  init(of key: [UInt8]) {
    self = key.withUnsafeBytes { KeyDigest(of: $0) }
  }

  init(of bytes: UnsafeRawBufferPointer) {
    var place = 0
    while place &+ 8 <= bytes.count {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      place &+= 8
    }
    var rest: UInt64 = 0
    for offset in place..<bytes.count { rest |= UInt64(bytes[offset]) &<< UInt64(8 &* (offset &- place)) }
    finish(rest, count: bytes.count)
  }

  /// Adds eight bytes.
  @inline(__always)
  mutating func add(_ word: UInt64) {
    let product = (state ^ word) &* 0xFF51_AFD7_ED55_8CCD
    state = product ^ (product &>> 32)
  }

  /// Adds the last bytes, zeros above them, and the length of the key.
  @inline(__always)
  mutating func finish(_ rest: UInt64, count: Int) {
    add(rest ^ (UInt64(truncatingIfNeeded: count) &<< 56))
  }

  /// The digest; its upper bits depend on every byte.
  @inline(__always)
  var value: UInt32 { UInt32(truncatingIfNeeded: state &>> 32) }
}
