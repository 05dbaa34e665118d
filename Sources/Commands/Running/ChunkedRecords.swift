import Columns
import Records

/// A source whose records are judged in chunks: one a line, or the objects of an array.
struct ChunkedRecords {
  private let reader: ByteReader
  /// What is left of an array once `run` has ended: from the first element on that could not be taken as bytes.
  let rest: ElementSource?

  /// - Throws: `SourceError`.
  init(_ source: RecordSource) throws {
    reader = try ByteReader(source)
    let isLines = try RecordLayout.of(source, reader) == .lines
    rest = isLines ? nil : ElementSource(source, reader)
  }

  /// The line from which chunks count: elements of an array know theirs.
  var firstLine: Int { rest == nil ? 1 : 0 }

  /// - Parameter commit: called for each batch, in order.
  func run<Failure: Error>(
    _ pipeline: ColumnPipeline, _ workers: [ChunkWorker],
    _ commit: (ColumnPipeline.Batch) throws(Failure) -> Void
  ) throws {
    if let rest {
      try pipeline.run(rest, workers, commit)
    } else {
      try pipeline.run(reader, workers, commit)
    }
  }
}
