import Foundation
import JSON

/// Reads a source in large pieces.
final class ByteReader {
  static let pieceSize = 1 << 20

  private let handle: FileHandle
  private let source: RecordSource

  init(_ source: RecordSource) throws(SourceError) {
    self.source = source
    switch source {
    case .standardInput: handle = .standardInput
    case .file(let path):
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw SourceError(source: source, reason: .notFound)
      }
      guard !isFolder.boolValue else { throw SourceError(source: source, reason: .isFolder) }
      guard let opened = FileHandle(forReadingAtPath: path) else {
        throw SourceError(source: source, reason: .unreadable)
      }
      handle = opened
    }
  }

  /// Up to `pieceSize` bytes; nil at the end.
  func piece() throws(SourceError) -> Data? {
    do {
      let piece = try handle.read(upToCount: Self.pieceSize)
      return piece.flatMap { $0.isEmpty ? nil : $0 }
    } catch {
      throw SourceError(source: source, reason: .unreadable)
    }
  }
}
