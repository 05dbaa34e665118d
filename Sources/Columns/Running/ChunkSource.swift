import Records

/// What chunks of records are read from.
enum ChunkSource {
  case lines(LineReader)
  case elements(ElementReader)

  /// Fills a chunk with the next records; false where there are none, or none that can be taken as bytes.
  func fill(_ chunk: LineChunk) throws(SourceError) -> Bool {
    switch self {
    case .lines(let reader): try reader.fill(chunk)
    case .elements(let reader): try reader.fill(chunk)
    }
  }
}
