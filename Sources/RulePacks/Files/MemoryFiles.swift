import JSON

/// Files that stand in memory, by path within the rules folder.
public struct MemoryFiles: PackFileSource {
  public var files: [Text: [UInt8]]

  public init(_ files: [Text: [UInt8]]) { self.files = files }

  public init(texts: [Text: Text]) { files = texts.mapValues(\.utf8) }

  public func read(_ path: Text) throws(PackFileError) -> [UInt8] {
    guard let bytes = files[path] else { throw .notFound }
    return bytes
  }
}
