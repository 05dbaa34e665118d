/// The one reader of JSON text (RFC 8259, strictly): every other reader pulls from it.
///
/// It moves over bytes that its owner keeps alive, and allocates nothing per value. A step that fails leaves a
/// `failure` behind, after which no further step may be taken; nothing is thrown, so that a step costs the same
/// whether or not it can fail. Nothing recurses, so depth is bounded by `limits` alone.
///
///     scanner.begin()                         // true, or a failure: empty, byte order mark, …
///     scanner.peekValue()                     // the first byte of a value tells its kind
///     scanner.openObject()                    // .item: a key was read, its value is next
///     scanner.string() … scanner.skipValue()  // the value
///     scanner.nextMember()                    // .item, or .end
///     scanner.finish()                        // true where nothing follows
struct JSONScanner: ~Copyable {
  var bytes: UnsafeRawBufferPointer
  let limits: JSONLimits
  /// The bytes already passed.
  var offset = 0
  /// Why the last step failed.
  var failure: JSONFailure?
  /// The key that was read last.
  var key = JSONLexeme(start: 0, end: 0, isEscaped: false)
  /// The digest of that key, decoded.
  var keyDigest: UInt32 = 0
  /// The values begun so far.
  var valueCount = 0
  /// The arrays and objects that are open, outermost first.
  var frames = Scratch<Frame>()
  /// The keys of the objects that are open.
  var ledger = KeyLedger()

  /// An array or object that is open.
  struct Frame: BitwiseCopyable {
    /// Where its bracket stands.
    var start: Int
    /// The place of its first key in the ledger; negative for an array.
    var firstKey: Int
  }

  /// What a string turned out to be.
  enum StringForm {
    /// Its bytes are its text.
    case plain
    /// It holds escapes.
    case escaped
    /// See `failure`.
    case failed
  }

  /// What follows in an array or object.
  enum Step {
    /// One more value; in an object, its key has been read.
    case item
    /// Nothing: the bracket has been passed.
    case end
    /// See `failure`.
    case failed
  }

  /// A scanner over nothing; `aim` gives it bytes.
  init(limits: JSONLimits = .standard) {
    bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    self.limits = limits
  }

  /// Starts anew over other bytes, which must outlive their use; keeps the storage.
  mutating func aim(at bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    offset = 0
    failure = nil
    valueCount = 0
    frames.truncate(to: 0)
    ledger.truncate(to: 0)
  }

  /// The number of bytes.
  @inline(__always) var end: Int { bytes.count }

  /// True where everything has been read, or the end came too early.
  var isAtEnd: Bool { (failure?.offset ?? offset) == end }

  @inline(__always) subscript(offset: Int) -> UInt8 { bytes[offset] }

  /// Eight bytes, the first of them lowest.
  @inline(__always) func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Passes white space; the next byte, or 0 at the end (where `offset` equals `end`).
  @inline(__always) mutating func skipSpace() -> UInt8 {
    var place = offset
    while place < end {
      let byte = self[place]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
        offset = place
        return byte
      }
      place &+= 1
    }
    offset = place
    return 0
  }
}
