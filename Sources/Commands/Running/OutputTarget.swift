import Foundation
import JSON

/// Standard output, or a file that appears whole or not at all.
final class OutputTarget {
  private let handle: FileHandle
  /// The file beside the one asked for, until it is renamed.
  private let temporary: (beside: URL, final: URL)?

  /// - Parameter path: nil for standard output.
  init(_ path: String?) throws(OutputError) {
    guard let path else {
      handle = .standardOutput
      temporary = nil
      return
    }
    let final = URL(fileURLWithPath: path)
    let beside = final.deletingLastPathComponent()
      .appendingPathComponent(".\(final.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part")
    guard FileManager.default.createFile(atPath: beside.path, contents: nil),
      let opened = FileHandle(forWritingAtPath: beside.path)
    else { throw OutputError(path: path) }
    handle = opened
    temporary = (beside, final)
  }

  func write(_ bytes: [UInt8]) throws(OutputError) {
    var failure: OutputError?
    bytes.withUnsafeBufferPointer { bytes in
      do throws(OutputError) { try write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) {
    var written = 0
    while written < bytes.count, let start = bytes.baseAddress {
      let count = Foundation.write(handle.fileDescriptor, start + written, bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        discard()
        throw OutputError(path: temporary?.final.path)
      }
      written += count
    }
  }

  /// Puts the file in its place.
  func finish() throws(OutputError) {
    guard let temporary else { return }
    do {
      try handle.close()
      if rename(temporary.beside.path, temporary.final.path) != 0 {
        throw OutputError(path: temporary.final.path)
      }
    } catch {
      discard()
      throw OutputError(path: temporary.final.path)
    }
  }

  /// Leaves nothing behind.
  func discard() {
    if let temporary { try? FileManager.default.removeItem(at: temporary.beside) }
  }
}

/// Output that could not be written; nil is standard output.
struct OutputError: Error {
  let path: String?
}
