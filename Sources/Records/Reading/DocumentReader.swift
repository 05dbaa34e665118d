import JSON

/// Reads a source as one JSON document a record.
struct DocumentReader {
  private enum State {
    case start
    case lines(LineCutter)
    case document(DocumentCutter)
  }

  private let source: RecordSource
  private let reader: ByteReader
  private var state = State.start

  init(_ source: RecordSource) throws(SourceError) {
    self.source = source
    reader = try ByteReader(source)
  }

  /// The next record's document, or why it is none; nil at the end.
  mutating func next() throws(SourceError) -> Result<JSONDocument, JSONError>? {
    if case .start = state { state = try begin() }
    switch state {
    case .lines(var cutter):
      state = .start
      let document = try cutter.next()
      state = .lines(cutter)
      return document
    case .document(var cutter):
      let document = cutter.next()
      state = .document(cutter)
      return document
    case .start: return nil
    }
  }

  private func begin() throws(SourceError) -> State {
    let first = try reader.piece().map { [UInt8]($0) } ?? []
    switch SourceForm(of: source, beginning: first[...]) {
    case .lines: return .lines(LineCutter(reader, first))
    case .document:
      var bytes = first
      while let piece = try reader.piece() { bytes += piece }
      return .document(DocumentCutter(bytes))
    }
  }
}
