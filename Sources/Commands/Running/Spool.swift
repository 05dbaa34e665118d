import Platform
import Records

/// Keeps standard input in a temporary file, so that it can be read again.
final class Spool {
  private let file: URL

  /// - Throws: `SourceError`.
  init() throws {
    file = FileManager.default.temporaryDirectory
      .appendingPathComponent("binhxet-\(ProcessInfo.processInfo.processIdentifier).spool")
    let failure = SourceError(source: .standardInput, reason: .unreadable)
    guard let copy = Descriptor(creating: file.path, mode: 0o600) else { throw failure }
    while true {
      guard let piece = Descriptor.standardInput.read(upTo: 1 << 20), copy.write(piece) else {
        _ = copy.close()
        throw failure
      }
      if piece.isEmpty { break }
    }
    guard copy.close() else { throw failure }
  }

  deinit { try? FileManager.default.removeItem(at: file) }

  var source: RecordSource { .spooled(path: file.path) }
}
