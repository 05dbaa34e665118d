/// One JSON text as a tree that remembers where everything stands.
///
/// It holds the source and one flat array of values; nodes are views of it. Immutable.
public final class JSONDocument: Sendable {
  /// The bytes that the document is part of.
  public let bytes: [UInt8]
  /// The place of the document's first byte in its source.
  public let origin: JSONPosition
  /// The first byte of the document in `bytes`.
  let start: Int
  let entries: [TapeEntry]

  init(bytes: [UInt8], start: Int, origin: JSONPosition, entries: [TapeEntry]) {
    self.bytes = bytes
    self.start = start
    self.origin = origin
    self.entries = entries
  }

  /// Reads one document: the whole of `bytes`, or the part in `range`; see `JSONParser.parse`.
  ///
  /// For many documents one `JSONParser` is faster.
  public static func parse(
    _ bytes: [UInt8], in range: Range<Int>? = nil, origin: JSONPosition = .start,
    limits: JSONLimits = .standard
  ) throws(JSONError) -> JSONDocument {
    var parser = JSONParser(limits: limits)
    return try parser.parse(bytes, in: range, origin: origin)
  }

  /// The value that the text is.
  public var root: JSONNode { JSONNode(document: self, index: 0) }

  /// The number of values in the tree, the root among them.
  public var valueCount: Int { entries.count }

  /// The place of a byte of `bytes` in the source; linear in its distance from the start of the document.
  public func position(ofByte offset: Int) -> JSONPosition {
    let offset = min(max(offset, start), bytes.count)
    return origin.advanced(over: bytes[start..<offset])
  }
}
