import JSON

/// Reads a source as one JSON document a record: a line of NDJSON, an element of an array, or the one object.
///
/// Memory stays at one piece of the source and one record, however long the source.
struct DocumentReader {
  enum Stage {
    case start
    /// One record a line.
    case lines
    /// Before an element of an array.
    case element
    /// Behind an element of an array.
    case separator
    case end
  }

  var window: SourceWindow
  var stage = Stage.start
  var parser: JSONParser
  let limits: JSONLimits
  private let source: RecordSource

  init(
    _ source: RecordSource, pieceSize: Int = 1 << 20, limits: JSONLimits = .standard
  ) throws(SourceError) {
    self.source = source
    self.limits = limits
    window = SourceWindow(try ByteReader(source, pieceSize: pieceSize))
    parser = JSONParser(limits: limits)
  }

  /// The next record's document, or why it is none; nil at the end.
  mutating func next() throws(SourceError) -> Result<JSONDocument, BrokenDocument>? {
    switch stage {
    case .start: try begin()
    case .lines: try nextLine()
    case .element: try element()
    case .separator: try nextElement()
    case .end: nil
    }
  }

  private mutating func begin() throws(SourceError) -> Result<JSONDocument, BrokenDocument>? {
    if try isLines() {
      stage = .lines
      return try nextLine()
    }
    try window.skipSpace()
    return window.next == UInt8(ascii: "[") ? try firstElement() : try onlyObject()
  }

  /// By the name's ending, else by the first line: a whole object tells NDJSON.
  private mutating func isLines() throws(SourceError) -> Bool {
    if case .file(let path) = source {
      if path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") { return true }
      if path.hasSuffix(".json") { return false }
    }
    try window.skipSpace()
    guard window.next == UInt8(ascii: "{") else { return false }
    while window.lineFeed() == nil, window.unread.count <= limits.length, try window.fetch() {}
    guard let end = window.lineFeed() else { return false }
    do throws(JSONError) {
      _ = try parser.parse(window.bytes, in: window.offset..<end)
      return true
    } catch {
      return false
    }
  }

  func tooLong() -> JSONError {
    JSONError(code: .tooLong, position: window.place, limit: limits.length)
  }
}
