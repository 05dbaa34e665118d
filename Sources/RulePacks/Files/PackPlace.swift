import JSON

/// Where a pack stands on disk: the rules folder around it, and its manifest in there.
public struct PackPlace: Sendable {
  public let files: FolderFiles
  /// Path within the rules folder.
  public let manifest: Text
  /// The pack's folder: absolute, without links.
  public let folder: String

  /// - Parameter path: of the pack's folder, or of its `pack.json`; nil is returned where there is none.
  public init?(_ path: String) {
    var folder = path
    if PackPath.isManifest(Text(path)) { folder = String(path.dropLast(9)) }
    // Without links and dots, so that the folder around it is told by the text.
    guard let real = FolderFiles.realPath(folder.isEmpty ? "." : folder),
      let slash = real.utf8.lastIndex(of: UInt8(ascii: "/"))
    else { return nil }
    let root = slash == real.startIndex ? "/" : String(real[..<slash])
    guard let files = FolderFiles(root: root) else { return nil }
    self.files = files
    self.folder = real
    manifest = Text(String(real[real.index(after: slash)...])) + "/pack.json"
  }
}
