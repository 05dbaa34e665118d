import JSON

/// The elements of a source that is one array, as they stand there: for those who read objects by themselves.
///
/// Memory stays at one piece of the source and one element.
public final class ElementSource {
  let source: RecordSource
  private(set) var reader: DocumentReader

  /// - Parameter reader: of the source, from its first byte.
  public init(_ source: RecordSource, _ reader: ByteReader) {
    self.source = source
    self.reader = DocumentReader(source, reader)
    self.reader.stage = .document
  }

  /// Hands over the next element, where it is an object whose brackets and quotes match.
  ///
  /// - Parameter body: takes the bytes and where they begin.
  /// - Returns: false at anything else, which `RecordReader` then reads with all that follows.
  public func next(
    _ body: (UnsafeRawBufferPointer, JSONPosition) -> Void
  ) throws(SourceError) -> Bool {
    guard let range = try reader.nextObject() else { return false }
    let place = reader.window.place
    reader.window.bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range]), place) }
    reader.passObject(to: range.upperBound)
    return true
  }
}
