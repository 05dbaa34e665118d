import Foundation
import Records

/// Keeps standard input in a temporary file, so that it can be read again.
final class Spool {
  private let file: URL

  /// - Throws: `SourceError`.
  init() throws {
    file = FileManager.default.temporaryDirectory
      .appendingPathComponent("binhxet-\(ProcessInfo.processInfo.processIdentifier).spool")
    let failure = SourceError(source: .standardInput, reason: .unreadable)
    guard FileManager.default.createFile(atPath: file.path, contents: nil),
      let handle = FileHandle(forWritingAtPath: file.path)
    else { throw failure }
    do {
      while let piece = try FileHandle.standardInput.read(upToCount: 1 << 20), !piece.isEmpty {
        try handle.write(contentsOf: piece)
      }
      try handle.close()
    } catch {
      throw failure
    }
  }

  deinit { try? FileManager.default.removeItem(at: file) }

  var source: RecordSource { .spooled(path: file.path) }
}
