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

  public func names(in folder: Text) -> [Text] {
    let prefix = folder.utf8 + [UInt8(ascii: "/")]
    return files.keys.filter { $0.utf8.starts(with: prefix) }.map {
      Text(utf8: $0.utf8.dropFirst(prefix.count))
    }
    .filter { !$0.utf8.contains(UInt8(ascii: "/")) }.sorted()
  }
}
