import JSON
import Records

/// Reads the objects of an array in chunks, each on a line of its own as in a source of one record a line.
final class ElementReader {
  private let elements: ElementSource
  private let size: Int
  private var chunks = 0
  /// Why nothing more can be read; told once what was read before it is handed out.
  private var failure: SourceError?

  /// - Parameter size: bytes of a chunk; a longer object makes it larger.
  init(_ elements: ElementSource, size: Int) {
    self.elements = elements
    self.size = size
  }

  /// Fills a chunk with the next objects; false at the first element that is none, or at the end.
  ///
  /// - Throws: what keeps it from reading on, but not before the objects in front of that have been handed out.
  func fill(_ chunk: LineChunk) throws(SourceError) -> Bool {
    if let failure { throw failure }
    chunk.count = 0
    chunk.origins = ElementOrigins()
    do throws(SourceError) {
      while chunk.count < size {
        let isRead = try elements.next { bytes, origin in chunk.append(bytes, at: origin) }
        guard isRead else { break }
      }
    } catch {
      failure = error
    }
    chunk.number = chunks
    chunks += 1
    chunk.firstLine = 0
    chunk.seal()
    guard chunk.count == 0, let failure else { return chunk.count > 0 }
    throw failure
  }
}
