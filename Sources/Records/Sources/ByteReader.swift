import Foundation
import JSON

/// Reads a source in large pieces.
final class ByteReader {
  private let handle: FileHandle
  private let source: RecordSource
  private let pieceSize: Int

  /// - Parameter pieceSize: bytes that are asked for at once.
  init(_ source: RecordSource, pieceSize: Int = 1 << 20) throws(SourceError) {
    self.source = source
    self.pieceSize = pieceSize
    switch source {
    case .standardInput: handle = .standardInput
    case .file(let path), .spooled(let path):
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

  /// Up to `pieceSize` bytes, fewer where a pipe has no more yet; nil at the end.
  func piece() throws(SourceError) -> Data? {
    do {
      let piece = try handle.read(upToCount: pieceSize)
      return piece.flatMap { $0.isEmpty ? nil : $0 }
    } catch {
      throw SourceError(source: source, reason: .unreadable)
    }
  }
}
