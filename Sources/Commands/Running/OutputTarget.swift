import JSON
import Platform

/// Standard output, or a file that appears whole or not at all.
final class OutputTarget {
  private let descriptor: Descriptor
  /// The file beside the one asked for, until it is renamed.
  private let temporary: (beside: URL, final: URL)?

  /// - Parameter path: nil for standard output.
  init(_ path: String?) throws(OutputError) {
    guard let path else {
      descriptor = .standardOutput
      temporary = nil
      return
    }
    let final = URL(fileURLWithPath: path)
    let beside = final.deletingLastPathComponent()
      .appendingPathComponent(".\(final.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part")
    guard let opened = Descriptor(creating: beside.path) else { throw OutputError(path: path) }
    descriptor = opened
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
    guard descriptor.write(bytes) else {
      discard()
      throw OutputError(path: temporary?.final.path)
    }
  }

  /// Puts the file in its place.
  func finish() throws(OutputError) {
    guard let temporary else { return }
    guard descriptor.close(), rename(temporary.beside.path, temporary.final.path) == 0 else {
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
