/// One value of a document: 32 bytes, in document order, so that a subtree is a run of entries.
///
/// Places count from the start of the document.
struct TapeEntry: BitwiseCopyable, Sendable {
  /// The first byte of the value.
  var start: UInt32
  /// The byte behind the value.
  var end: UInt32
  /// The contents of the key that the value stands under; empty in an array and at the root.
  var keyStart: UInt32 = 0
  var keyEnd: UInt32 = 0
  /// The key's digest.
  var keyDigest: UInt32 = 0
  /// The entry behind the subtree.
  var next: UInt32
  /// The elements or members.
  var count: UInt32 = 0
  var kind: JSONKind
  var flags: Flags = []

  struct Flags: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt8
    /// The value stands under a key.
    static let hasKey = Flags(rawValue: 1)
    /// The key must be decoded.
    static let keyIsEscaped = Flags(rawValue: 2)
    /// The string must be decoded.
    static let isEscaped = Flags(rawValue: 4)
  }
}
