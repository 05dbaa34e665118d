import JSON

/// Reads a source as one JSON document a record: a line of NDJSON, an element of an array, or the one object.
///
/// Memory stays at one piece of the source and one record, however long the source.
struct DocumentReader {
  enum Stage {
    case start
    /// One record a line.
    case lines
    /// Before the one value: an array of records, or one alone.
    case document
    /// Before the first element of an array, or its end.
    case first
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
  private let bytes: ByteReader

  init(
    _ source: RecordSource, pieceSize: Int = 1 << 20, limits: JSONLimits = .standard
  ) throws(SourceError) {
    self.init(source, try ByteReader(source, pieceSize: pieceSize), limits: limits)
  }

  /// - Parameter reader: of the source, from its first byte.
  init(_ source: RecordSource, _ reader: ByteReader, limits: JSONLimits = .standard) {
    self.source = source
    self.limits = limits
    bytes = reader
    window = SourceWindow(reader)
    parser = JSONParser(limits: limits)
  }

  /// The next record's document, or why it is none; nil at the end.
  mutating func next() throws(SourceError) -> Result<JSONDocument, BrokenDocument>? {
    switch stage {
    case .start: try begin()
    case .lines: try nextLine()
    case .document: try document()
    case .first: try firstElement()
    case .element: try element()
    case .separator: try nextElement()
    case .end: nil
    }
  }

  private mutating func begin() throws(SourceError) -> Result<JSONDocument, BrokenDocument>? {
    if try RecordLayout.of(source, bytes, limits: limits) == .lines {
      stage = .lines
      return try nextLine()
    }
    return try document()
  }

  private mutating func document() throws(SourceError) -> Result<JSONDocument, BrokenDocument>? {
    try beginDocument() ? try firstElement() : try onlyObject()
  }

  func tooLong() -> JSONError {
    JSONError(code: .tooLong, position: window.place, limit: limits.length)
  }
}
