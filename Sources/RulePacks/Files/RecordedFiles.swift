import JSON
import Synchronization

/// Files of another source, with a record of what was read.
public final class RecordedFiles: PackFileSource {
  /// A path, and what it held; nil where it could not be read.
  public typealias Reading = (path: Text, bytes: [UInt8]?)

  private let source: any PackFileSource
  private let log = Mutex<[Reading]>([])

  public init(_ source: any PackFileSource) { self.source = source }

  /// In the order in which they were read.
  public var readings: [Reading] { log.withLock { $0 } }

  public func read(_ path: Text) throws(PackFileError) -> [UInt8] {
    do throws(PackFileError) {
      let bytes = try source.read(path)
      log.withLock { $0.append((path, bytes)) }
      return bytes
    } catch {
      log.withLock { $0.append((path, nil)) }
      throw error
    }
  }

  public func names(in folder: Text) -> [Text] { source.names(in: folder) }
}
