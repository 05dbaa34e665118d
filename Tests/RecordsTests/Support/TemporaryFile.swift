import Foundation
import Records

/// A file that is there while a test needs it.
final class TemporaryFile {
  let path: String
  var source: RecordSource { .file(path: path) }

  init(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "records-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appending(path: name)
    try Data(bytes).write(to: url)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(
      at: URL(filePath: path).deletingLastPathComponent())
  }
}
